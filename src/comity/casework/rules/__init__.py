"""Pure rules of casework: what a request consists of, who may do what with it, and when time runs out. No Django."""
