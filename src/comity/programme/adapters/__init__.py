"""Files that leave the programme office."""
