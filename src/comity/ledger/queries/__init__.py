"""What may be asked of the ledger. Answers are frozen values, never rows."""
