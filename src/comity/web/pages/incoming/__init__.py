"""Registering what arrives: a file or by hand, looked at before it becomes a ticket."""
