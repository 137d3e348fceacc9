"""Pure rules of the ledger: what an event, an actor and an entry are, and how entries are chained."""
