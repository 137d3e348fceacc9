"""Finding out what a stranger's file is, in a process of its own. Runs nothing of it, and opens no connection."""
