"""Charts: one file a chart, one style for all. Drawn in a process of their own, since the engine takes 150 MB."""
