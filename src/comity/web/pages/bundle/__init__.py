"""Pages of what goes along with a request: the bundle, adding to it, its sworn translations."""
