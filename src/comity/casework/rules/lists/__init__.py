"""What lists of requests are narrowed by, and how their pages are found again."""
