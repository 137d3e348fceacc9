"""A made-up programme for load tests: as many projects and activities as are asked for. Nothing of it is real."""
