"""The command-line door: the same actions and queries as the pages, one command a file."""
