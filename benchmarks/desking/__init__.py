"""What the benchmark of the desk asks for, and the processes that answer it."""
