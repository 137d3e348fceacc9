"""The planner: who can get what from whom, on what basis, and why not. It proposes and never sends."""
