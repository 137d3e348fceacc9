"""Identifiers that a request can name: read from messy text, checked, normalised, with what they lack."""
