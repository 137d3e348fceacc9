"""Voluntary disclosure asked of a provider directly, under its policy and its law."""
