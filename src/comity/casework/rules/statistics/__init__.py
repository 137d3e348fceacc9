"""From what happened to figures: pure functions from a request's entries to counts, and from counts to medians."""
