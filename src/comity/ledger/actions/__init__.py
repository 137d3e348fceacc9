"""What may be done to the ledger: record, deliver, and retry a delivery. Nothing here changes what was recorded."""
