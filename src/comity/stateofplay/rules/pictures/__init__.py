"""What each chart of the state of play shows, as plain values: finding, numbers, words, table. Draws nothing."""
