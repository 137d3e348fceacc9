"""Confirmation that a request has arrived."""
