"""The tables of people, one concept a file."""

from comity.people.models.answered_call import AnsweredCall
from comity.people.models.mandate import Mandate
from comity.people.models.shift import Shift
from comity.people.models.token import Token
from comity.people.models.user import User

__all__ = ["AnsweredCall", "Mandate", "Shift", "Token", "User"]
