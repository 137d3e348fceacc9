"""What is kept of paper."""

from comity.documents.models.asked_signer import AskedSigner
from comity.documents.models.document import Document
from comity.documents.models.signature import Signature
from comity.documents.models.signing_key import SigningKey
from comity.documents.models.words_review import WordsReview

__all__ = ["AskedSigner", "Document", "Signature", "SigningKey", "WordsReview"]
