"""Whom this node trusts: its list on the disk, and whether a certificate leads there. Signs nothing."""
