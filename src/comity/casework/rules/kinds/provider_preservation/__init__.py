"""Preservation asked of a provider directly, which it grants of its own will."""
