"""The read side of paper: what pages and reports show."""
