"""Real-time collection of traffic data: Article 33 of the Budapest Convention (ETS 185)."""
