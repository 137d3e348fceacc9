"""What an answer counts for, in words."""

EQUALLY = "Each measure between two countries counts once."
