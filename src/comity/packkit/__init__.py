"""Find, validate, hash and explain packs. Knows no domain: a domain hands it its schemas."""
