"""The append-only record of everything that happened, and the bell that announces it."""
