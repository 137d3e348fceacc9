"""Expedited preservation of stored computer data: Articles 29 and 30 of the Budapest Convention (ETS 185)."""
