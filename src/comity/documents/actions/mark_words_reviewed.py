"""Noting that a native lawyer has read a language's words on letters, as they are now."""

from __future__ import annotations

from django.db import transaction

from comity.documents.adapters.words.catalogues import letter_words
from comity.documents.models.words_review import WordsReview
from comity.documents.rules.events import WordsReviewed, words_subject
from comity.kernel import clock
from comity.kernel.languages import ENGLISH
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import Actor
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role

LONGEST = 200


class NotReviewable(ValueError):
    """It cannot be noted. The text says why, and what to do."""


def mark_words_reviewed(language: str, reviewer: str, *, by: User) -> None:
    """Note that `reviewer` (function and office) has read the words of `language`. A changed word loses the note.

    Raises NotEntitled for all but administrators; NotReviewable.
    """
    require(by, Role.ADMINISTRATOR)
    note_words_reviewed(language, reviewer, actor=by.actor)


def note_words_reviewed(language: str, reviewer: str, *, actor: Actor) -> None:
    """The same for whoever sits at the node's console. Raises NotReviewable."""
    try:
        words = letter_words(language)
    except ValueError as problem:
        raise NotReviewable(str(problem)) from None
    if words.language == ENGLISH.code:
        raise NotReviewable(
            say("English is the language that letters are written in; there is no translation to review.")
        )
    who = " ".join(reviewer.split())
    if not who or len(who) > LONGEST or not who.isprintable():
        raise NotReviewable(
            say("Say who reviewed it, function and office, in at most {count} characters.", count=LONGEST)
        )
    if words.empty:
        raise NotReviewable(say("This node has no words in that language yet: there is nothing to review."))
    with transaction.atomic():
        WordsReview.objects.create(language=words.language, digest=words.digest, by=who, at=clock.now())
        event = WordsReviewed(subject=words_subject(words.language), reviewer=who, digest=words.digest)
        record(event, actor=actor)
