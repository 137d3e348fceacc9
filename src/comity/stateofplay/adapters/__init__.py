"""The state of play as files for others: text documents, slides, archival PDF."""
