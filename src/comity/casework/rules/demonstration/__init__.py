"""The invented stories that a demonstration node opens with."""
