"""Grounds for refusing or postponing, named as the closed lists of their articles: instrument, colon, article.

All of every instrument: an answer offers those of the one that its request rests on (see `queries.offered_kind`).
"""

from __future__ import annotations

from comity.casework.rules.fields import REQUIRED, Choice, FieldSpec, Shape, required_when

REFUSAL_GROUND = "refusal_ground"
POSTPONEMENT_GROUND = "postponement_ground"

_POLITICAL = "political offence, or an offence connected with one"
_INTERESTS = "prejudice to sovereignty, security, public order or other essential interests"
_OWN_LAW = "a ground of the requested Party's law or of the treaty that applies"
_OWN_CASE = "it would prejudice own investigations or proceedings"


_NO_DUAL = "dual criminality, where it is demanded, is not met"
_NO_FORM = "it is not made as the Article demands"
_LIKE_OWN = "its own law would prohibit the measure for a similar offence of its own"
_SYSTEM = "it would be contrary to its legal system on mutual legal assistance"
_PERSECUTION = "it serves to prosecute or punish for sex, race, language, religion, nationality, origin or opinion"
_SOVEREIGN = "prejudice to sovereignty or security, or contradiction to its law"

INSTRUMENTS = {
    "ets185": "ETS 185",
    "cets224": "CETS 224",
    "ets30": "ETS 30",
    "ets182": "ETS 182",
    "unc": "United Nations Convention against Cybercrime",
    "untoc": "Palermo Convention",
    "cis-minsk-1993": "Minsk Convention",
    "cis-chisinau-2002": "Chisinau Convention",
    "cis-dushanbe-2018": "Dushanbe Agreement",
    "interpol": "INTERPOL Constitution",
    "reciprocity": "Reciprocity",
}
"""How a ground names its instrument."""


def _choice(identity: str, says: str) -> Choice:
    """Instrument and article first, as an answer quotes it: several instruments have an Article 2."""
    instrument, _, article = identity.partition(":")
    number = article.removeprefix("constitution-").partition("-")[0]
    where = f", Article {number}" if number[:1].isdigit() else ""
    return Choice(identity, f"{INSTRUMENTS[instrument]}{where}: {says}")


REFUSAL = (
    _choice("ets185:25(4)", _OWN_LAW),
    _choice("ets185:25(5)", _NO_DUAL),
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
    _choice("unc:40(8)", _NO_DUAL),
    _choice("unc:40(21)(a)", _NO_FORM),
    _choice("unc:40(21)(b)", _INTERESTS),
    _choice("unc:40(21)(c)", _LIKE_OWN),
    _choice("unc:40(21)(d)", _SYSTEM),
    _choice("unc:40(22)", _PERSECUTION),
    _choice("unc:42-dual", "preservation; dual criminality cannot be met at disclosure, where that was reserved"),
    _choice("unc:42-interests", "preservation; a ground of Article 40(21)(b), (c) or (d) or 40(22)"),
    _choice("ets30:2(a)", _POLITICAL),
    _choice("ets30:2(b)", _INTERESTS),
    _choice("ets30:5(1)(a)", "search or seizure; the offence is not punishable in both States"),
    _choice("ets30:5(1)(b)", "search or seizure; the offence is not extraditable in the requested State"),
    _choice("ets30:5(1)(c)", "search or seizure; execution is not consistent with its law"),
    _choice("ets182:2(a)", _POLITICAL),
    _choice("ets182:2(b)", _INTERESTS),
    _choice("untoc:18(9)", _NO_DUAL),
    _choice("untoc:18(21)(a)", _NO_FORM),
    _choice("untoc:18(21)(b)", _INTERESTS),
    _choice("untoc:18(21)(c)", _LIKE_OWN),
    _choice("untoc:18(21)(d)", _SYSTEM),
    _choice("cis-minsk-1993:19", _SOVEREIGN),
    _choice("cis-chisinau-2002:6", _SOVEREIGN),
    _choice("cis-dushanbe-2018:8", _SOVEREIGN),
    _choice("interpol:constitution-3", "a matter of political, military, religious or racial character"),
    _choice("reciprocity:reciprocity", "the requested State is free to refuse, on any ground of its own law"),
)
"""Every ground for refusal. Fewer hold for one kind of request (its `refusal`), and of these, those of the instrument
that the request rests on."""

POSTPONEMENT = (
    _choice("ets185:27(5)", _OWN_CASE),
    _choice("cets224:8(8)-27(5)", f"order to be given effect; {_OWN_CASE}"),
    _choice("cets224:10-27(5)", f"emergency assistance; {_OWN_CASE}"),
    _choice("unc:40-postpone", _OWN_CASE),
    _choice("ets182:7(1)", _OWN_CASE),
    _choice("untoc:18(25)", _OWN_CASE),
)


def refusal_ground(article: str, field: str, value: str) -> tuple[FieldSpec, ...]:
    """The ground, where `field` says that it is refused."""
    return (
        FieldSpec(
            name=REFUSAL_GROUND,
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
            name=POSTPONEMENT_GROUND,
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
