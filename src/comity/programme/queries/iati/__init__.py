"""What this node publishes of its projects as IATI."""
