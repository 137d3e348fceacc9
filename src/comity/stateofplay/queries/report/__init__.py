"""The State of Play report: what it is made from, its sections in order, its files."""
