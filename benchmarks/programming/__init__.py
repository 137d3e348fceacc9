"""What the benchmark of the programme opens, and what it measures beside pages."""
