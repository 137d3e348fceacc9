"""Domain name registration data: Article 6 of the Second Additional Protocol (CETS 224)."""
