"""A user's own account: tokens and password."""
