"""What the planner's benchmark plans: its worlds, its questions, and the subset of rules that the peers have too."""
