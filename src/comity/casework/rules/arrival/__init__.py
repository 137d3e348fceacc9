"""Reading what arrives from somebody else: PDF, e-mail, JSON. Trusts none of it, and raises for none of it."""
