"""The running node: one supervisor that keeps a database, a web server and a worker going, and ends them together."""
