"""What is kept of paper."""
