"""What can be asked, in the shape that pages and commands need."""
