"""Plain values that every floor of the house speaks in. Pure Python: no framework, no database, no network."""
