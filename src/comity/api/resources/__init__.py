"""What the API offers, one resource a file."""
