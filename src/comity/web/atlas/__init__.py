"""What the atlas's pages are made of: the day asked about, disputes side by side, links to the planner."""
