"""The node's own PostgreSQL: found, made once, started and stopped without touching anything outside its folders.

It listens on a socket only, never on a network address, and knows nothing of Django or of what is stored.
"""
