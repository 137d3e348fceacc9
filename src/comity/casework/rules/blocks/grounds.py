"""Grounds for refusing or postponing, named as the closed lists of their articles: instrument, colon, article."""

from __future__ import annotations

from comity.casework.rules.fields import REQUIRED, Choice, FieldSpec, Shape, required_when

_POLITICAL = "political offence, or an offence connected with one"
_INTERESTS = "prejudice to sovereignty, security, public order or other essential interests"
_OWN_LAW = "a ground of the requested Party's law or of the treaty that applies"
_OWN_CASE = "it would prejudice own investigations or proceedings"


def _choice(identity: str, says: str) -> Choice:
    """Article first, as an answer quotes it."""
    instrument, _, article = identity.partition(":")
    number = article.partition("-")[0]
    where = "CETS 224, Article" if instrument == "cets224" else "Article"
    return Choice(identity, f"{where} {number}: {says}")


REFUSAL = (
    _choice("ets185:25(4)", _OWN_LAW),
    _choice("ets185:25(5)", "dual criminality, where it is demanded, is not met"),
    _choice("ets185:27(4)(a)", _POLITICAL),
    _choice("ets185:27(4)(b)", _INTERESTS),
    _choice("ets185:29(4)", "preservation; dual criminality cannot be met at disclosure, where that was reserved"),
    _choice("ets185:29(5)(a)", f"preservation; {_POLITICAL}"),
    _choice("ets185:29(5)(b)", f"preservation; {_INTERESTS}"),
    _choice("ets185:30(2)(a)", f"preserved traffic data; {_POLITICAL}"),
    _choice("ets185:30(2)(b)", f"preserved traffic data; {_INTERESTS}"),
    _choice("cets224:7(5)(c)(i)", f"order to a provider, who is told not to disclose; {_OWN_CASE}"),
    _choice("cets224:7(5)(c)(ii)", "order to a provider, who is told not to disclose; Article 25(4) or 27(4)"),
    _choice("cets224:8(8)-25(4)", f"order to be given effect; {_OWN_LAW}"),
    _choice("cets224:8(8)-27(4)(a)", f"order to be given effect; {_POLITICAL}"),
    _choice("cets224:8(8)-27(4)(b)", f"order to be given effect; {_INTERESTS}"),
    _choice("cets224:9(1)(b)", "emergency; subscriber information only, where that was declared"),
    _choice("cets224:9(6)-declined", "emergency; the requested Party has determined not to provide the data"),
    _choice("cets224:10-25(4)", f"emergency assistance; {_OWN_LAW}"),
    _choice("cets224:10-27(4)(a)", f"emergency assistance; {_POLITICAL}"),
    _choice("cets224:10-27(4)(b)", f"emergency assistance; {_INTERESTS}"),
)
"""Every ground for refusal of the two instruments. Fewer hold for one kind of request: see the kind's `refusal`."""

POSTPONEMENT = (
    _choice("ets185:27(5)", _OWN_CASE),
    _choice("cets224:8(8)-27(5)", f"order to be given effect; {_OWN_CASE}"),
    _choice("cets224:10-27(5)", f"emergency assistance; {_OWN_CASE}"),
)


def refusal_ground(article: str, field: str, value: str) -> tuple[FieldSpec, ...]:
    """The ground, where `field` says that it is refused."""
    return (
        FieldSpec(
            name="refusal_ground",
            label="Ground for refusal",
            help="The list is closed: there is no other ground.",
            article=article,
            shape=Shape.CHOICE,
            choices=REFUSAL,
            only_chosen=True,
            requirement=required_when(field, value),
            missing="The ground is missing. A request can be refused only on a ground of its article: choose one.",
        ),
    )


def postponement_ground(article: str, field: str, value: str) -> tuple[FieldSpec, ...]:
    """The ground, where `field` says that it is postponed."""
    return (
        FieldSpec(
            name="postponement_ground",
            label="Ground for postponement",
            help="The list is closed: there is no other ground.",
            article=article,
            shape=Shape.CHOICE,
            choices=POSTPONEMENT,
            only_chosen=True,
            requirement=required_when(field, value),
            missing="The ground is missing. A request can be postponed only on a ground of its article: choose one.",
        ),
    )


def reasons(article: str) -> tuple[FieldSpec, ...]:
    """Reasons in words: Article 27(7) owes them."""
    return (
        FieldSpec(
            name="reasons",
            label="Reasons",
            help="In words, so that the other side understands and may mend its request.",
            article=article,
            shape=Shape.LONG_TEXT,
            max_length=4000,
            requirement=REQUIRED,
            missing="The reasons are missing; whoever asked is owed them. Write them.",
        ),
    )
