"""Importing tables: checked by cell, kept for a day, then all of it or nothing."""
