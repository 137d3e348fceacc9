"""A made-up past for load tests: what a busy node may have done for years. Names nobody and no real address."""
