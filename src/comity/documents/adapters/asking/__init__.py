"""Questions put to others over HTTP, within bounds. Decides nothing on what they answer."""
