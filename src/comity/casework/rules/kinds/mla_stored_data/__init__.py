"""Mutual assistance for stored traffic and content data: Article 31 of the Budapest Convention (ETS 185)."""
