"""Money of the demonstration, every figure of it made up."""
