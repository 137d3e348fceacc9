"""The history of casework's tables."""
