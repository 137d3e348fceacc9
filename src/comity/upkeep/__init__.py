"""Keeping the atlas true: proposals and their review, reports of errors, packs that countries sign and exchange.

Changes what the atlas says, always as a new version of a pack; decides nothing about cases.
"""
