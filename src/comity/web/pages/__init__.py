"""One page a file. A page asks queries, calls actions and chooses a template; it decides nothing of law."""
