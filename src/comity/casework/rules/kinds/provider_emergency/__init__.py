"""Emergency disclosure asked of a provider directly."""
