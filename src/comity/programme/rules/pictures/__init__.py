"""What each chart of the programme shows, as plain values: finding, numbers, words, table. Draws nothing."""
