"""What can be done with paper, one verb a file."""
