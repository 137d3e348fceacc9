"""The outside world: signatures as CMS, certificates and keys in files."""
