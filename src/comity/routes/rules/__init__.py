"""The planner: pure functions from the law on a day and a question to routes with their reasoning. No database."""
