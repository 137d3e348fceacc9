"""Kinds of request, a folder each. A folder with a `kind.py` that declares `KIND` is all it takes to add one."""
