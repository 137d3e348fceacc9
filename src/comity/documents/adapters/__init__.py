"""Where paper meets the outside world: typesetting, keys, signatures, reading PDFs."""
