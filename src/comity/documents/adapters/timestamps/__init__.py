"""Time stamps asked for (RFC 3161): from an authority at an address, or from the built-in test one."""
