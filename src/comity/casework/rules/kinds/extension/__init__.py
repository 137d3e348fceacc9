"""Extension of a preservation: Article 29 of the Budapest Convention (ETS 185), in the form of T-CY(2018)11."""
