"""Letters to be set: the same words for everybody, and the peer that sets them in a process of its own."""
