"""Endings that exist both as domains and as files; a single name before one is more often a file."""

FILE_ENDINGS = frozenset(["zip", "mov", "py", "sh", "ps", "so"])


def may_be_a_file(name: str) -> bool:
    """Whether a name such as “invoice.zip” is a domain only where the text says so."""
    return name.count(".") == 1 and name.rsplit(".", 1)[1] in FILE_ENDINGS
