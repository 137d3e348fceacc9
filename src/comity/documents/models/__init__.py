"""What is kept of paper."""

from comity.documents.models.document import Document

__all__ = ["Document"]
