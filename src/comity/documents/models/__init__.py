"""What is kept of paper."""

from comity.documents.models.document import Document
from comity.documents.models.words_review import WordsReview

__all__ = ["Document", "WordsReview"]
