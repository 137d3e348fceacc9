"""Order to be given effect abroad: Article 8 of the Second Additional Protocol (CETS 224)."""
