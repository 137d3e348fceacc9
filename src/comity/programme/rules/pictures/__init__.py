"""What each chart of the programme office shows, as plain values: finding, numbers, words, table. Draws nothing."""
