"""What each chart of the programme office shows, as plain values. Draws nothing."""
