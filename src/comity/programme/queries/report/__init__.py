"""The report of the programme office over a period: what it is made from, its sections, its files."""
