"""Report on what became of a request: Article 27(7) of the Budapest Convention (ETS 185)."""
