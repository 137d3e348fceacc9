"""Interception of content data: Article 34 of the Budapest Convention (ETS 185)."""
