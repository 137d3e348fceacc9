"""What the programme office says to the outside: drawings of its charts."""
