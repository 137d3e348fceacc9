"""Mutual assistance for subscriber information: Article 31 of the Budapest Convention, template T-CY(2018)10."""
