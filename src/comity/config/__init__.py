"""Settings, addresses and the running node: the only place that knows every floor."""
