"""The deck as a presentation that can be shown and edited."""
