"""The read side of the atlas."""
