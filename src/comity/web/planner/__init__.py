"""What the planner's and the matrix's pages are made of: reading a question, supposing reforms, drawing routes."""
