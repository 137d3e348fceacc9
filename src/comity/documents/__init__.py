"""Paper: letters, signatures, verification. Knows no law and no case."""
