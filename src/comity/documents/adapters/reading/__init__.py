"""Strangers' PDFs read for the facts of a verdict, in a process of their own. Trusts nothing, runs nothing."""
