"""Withdrawal of a request that was sent."""
