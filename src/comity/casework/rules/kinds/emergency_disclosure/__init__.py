"""Expedited disclosure in an emergency: Article 9 of the Second Additional Protocol (CETS 224)."""
