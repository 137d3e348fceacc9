"""Letters set in type. Knows no key and no signature."""
