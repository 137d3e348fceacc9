"""States of a draft that were left behind: when one is worth keeping, and how two of them differ."""
