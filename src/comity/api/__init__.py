"""The door for programs: /api/v1, over the same actions and queries as the pages. Adds no rule of its own."""
