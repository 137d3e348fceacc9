"""What can be done to the atlas: one verb a file."""
