"""Keys that sign, wherever they lie: the node's own, an officer's in files or in a token. Sets nothing in type."""
