"""The tables of casework, one concept a file."""
