"""What a duty desk does beside requests: telephone calls, test calls, and the emergency."""
