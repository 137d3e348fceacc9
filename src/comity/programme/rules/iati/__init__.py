"""IATI 2.03: what an activity is in its terms, and what its schema demands. Knows no file and no database."""
