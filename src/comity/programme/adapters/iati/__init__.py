"""IATI 2.03 as XML."""
