"""Order to a provider for subscriber information: Article 7 of the Second Additional Protocol (CETS 224)."""
