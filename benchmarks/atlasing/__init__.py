"""The world that the benchmark of the atlas makes up, the database it stands in, and the addresses that are opened."""
