"""The ledger's tables, one concept a file. Nothing outside the ledger imports them."""

from comity.ledger.models.delivery_problem import DeliveryProblem
from comity.ledger.models.entry import Entry

__all__ = ["DeliveryProblem", "Entry"]
