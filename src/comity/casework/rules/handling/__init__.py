"""Steps with a request that has left or arrived: who may take them, what must be said, what is told of them."""
