"""The atlas for whoever takes it along: search, changes, files, linked data. Public, and read only."""
