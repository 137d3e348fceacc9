"""A request: its tabs, and the steps that take it from a draft to a letter that has left."""
