"""Signatures put on letters, with their stamps and places. Reads no stranger's file."""
