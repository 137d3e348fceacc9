"""Pure rules about people: which roles there are and what each may do."""
