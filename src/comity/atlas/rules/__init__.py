"""Law as values: the schemas of its packs, the snapshot of all facts, and the law on one day. No database."""
