"""Spontaneous information: Article 26 of the Budapest Convention (ETS 185)."""
