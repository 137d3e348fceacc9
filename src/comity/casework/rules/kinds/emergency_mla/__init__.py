"""Emergency mutual assistance: Article 10 of the Second Additional Protocol (CETS 224)."""
