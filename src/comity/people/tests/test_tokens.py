"""Tokens: seen once, kept as a digest, narrowed by scopes, refused in one of three sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from comity.ledger.queries.entries import entries_about
from comity.people.actions.create_token import create_token
from comity.people.actions.deactivate_user import deactivate_user
from comity.people.actions.revoke_token import revoke_token
from comity.people.actions.use_token import use_token
from comity.people.models.token import Token
from comity.people.models.user import User
from comity.people.queries.tokens import holder_of, tokens_of
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled, Role
from comity.people.rules.scopes import Scope, scopes_from
from comity.people.rules.tokens import MOST, Purpose, Standing, TokenRefused, digest_of, standing
from comity.people.tests.officers import user

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def at(frozen_clock: Callable[[datetime], None]) -> Callable[[datetime], None]:
    """Moves the clock; it stands at NOW."""
    frozen_clock(NOW)
    return frozen_clock


@pytest.fixture
def drafter() -> User:
    return user("drafter", Role.DRAFTER)


def _create(owner: User, name: str = "Case system", **given: object) -> str:
    return create_token(owner, **{"name": name, "purpose": Purpose.API, "scopes": ["read"], "by": owner} | given)


def test_a_token_is_seen_once_and_kept_as_a_digest(drafter: User) -> None:
    secret = _create(drafter, scopes=["draft", "read", "draft"])
    assert re.fullmatch(r"comity_[A-Za-z0-9_-]{43}", secret)
    row = Token.objects.values().get()
    assert row["digest"] == digest_of(secret)
    assert secret not in str(row)
    entry = entries_about(drafter.subject)[-1]
    assert entry.payload == {
        "username": "drafter",
        "token": row["id"],
        "label": "Case system",
        "purpose": "api",
        "scopes": ["read", "draft"],
        "expires_at": None,
    }
    assert secret[7:] not in str(entry)


def test_no_two_secrets_are_alike(drafter: User) -> None:
    assert len({_create(drafter, f"Number {number}") for number in range(MOST)}) == MOST
    with pytest.raises(Refused, match="25 tokens already"):
        _create(drafter, "One more")


def test_the_holder_is_the_user_with_the_scopes(drafter: User) -> None:
    holder = holder_of(_create(drafter, scopes=["statistics"]))
    assert (holder.user, holder.scopes) == (drafter, {Scope.STATISTICS})


def test_a_token_opens_the_door_it_was_made_for(drafter: User) -> None:
    feed = _create(drafter, "Phone", purpose=Purpose.CALENDAR, scopes=[])
    assert holder_of(feed, purpose=Purpose.CALENDAR).scopes == frozenset()
    with pytest.raises(TokenRefused, match="not known here"):
        holder_of(feed)
    with pytest.raises(TokenRefused, match="not known here"):
        holder_of(_create(drafter), purpose=Purpose.CALENDAR)


@pytest.mark.parametrize("secret", ["", "comity_", "comity_" + "A" * 43, "x" * 100_000, "comity_\x00", "\ud800", "ღ"])
def test_an_unknown_secret_is_a_sentence(secret: str) -> None:
    with pytest.raises(TokenRefused, match="not known here"):
        use_token(secret)


def test_revoked_and_expired_say_so(drafter: User, at: Callable[[datetime], None]) -> None:
    secret, short = _create(drafter), _create(drafter, "Short", expires_at=NOW + DAY)
    revoke_token(holder_of(secret).token, by=drafter)
    with pytest.raises(TokenRefused, match="was revoked"):
        use_token(secret)
    use_token(short)
    at(NOW + DAY)
    with pytest.raises(TokenRefused, match="has expired"):
        use_token(short)
    assert [(token.name, token.standing) for token in tokens_of(drafter)] == [
        ("Short", Standing.EXPIRED),
        ("Case system", Standing.REVOKED),
    ]


def test_a_deactivated_users_token_opens_nothing(drafter: User) -> None:
    secret = _create(drafter)
    deactivate_user(drafter, by=None)
    with pytest.raises(TokenRefused, match="was revoked"):
        use_token(secret)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 61}, "name"),
        ({"name": "a\u202eb"}, "name"),
        ({"scopes": []}, "scopes"),
        ({"scopes": ["king"]}, "scopes"),
        ({"purpose": Purpose.CALENDAR}, "scopes"),
        ({"expires_at": NOW}, "expires"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_saved(drafter: User, given: dict[str, object], field: str) -> None:
    with pytest.raises(Refused) as refused:
        _create(drafter, **given)
    assert refused.value.field == field
    assert not Token.objects.exists()


def test_names_differ_while_the_tokens_hold(drafter: User) -> None:
    secret = _create(drafter)
    with pytest.raises(Refused, match="named “Case system” already"):
        _create(drafter)
    revoke_token(holder_of(secret).token, by=drafter)
    _create(drafter)


def test_nobody_makes_a_token_for_somebody_else(drafter: User) -> None:
    chief = user("chief", Role.ADMINISTRATOR)
    with pytest.raises(NotEntitled, match="in the name of its user"):
        _create(drafter, by=chief)
    nobody = user("nobody")
    with pytest.raises(NotEntitled, match="holds no role"):
        _create(nobody, by=nobody)
    _create(drafter, by=None)
    assert entries_about(drafter.subject)[-1].actor_reference == "console"


def test_a_token_is_revoked_by_its_user_or_an_administrator(drafter: User) -> None:
    other, chief = user("other", Role.DRAFTER), user("chief", Role.ADMINISTRATOR)
    first, second = (holder_of(_create(drafter, name)).token for name in ("One", "Two"))
    with pytest.raises(Refused) as hidden:
        revoke_token(first, by=other)
    with pytest.raises(Refused) as missing:
        revoke_token(10**9, by=other)
    assert hidden.value.sentence == missing.value.sentence
    revoke_token(first, by=drafter)
    revoke_token(second, by=chief)
    with pytest.raises(Refused, match="revoked already"):
        revoke_token(first, by=drafter)
    entry = entries_about(drafter.subject)[-1]
    assert (entry.name, entry.payload["label"], entry.actor_reference) == ("token-revoked", "Two", chief.subject)


def test_its_last_use_is_kept_to_the_minute(
    drafter: User, at: Callable[[datetime], None], django_assert_num_queries: Callable[[int], object]
) -> None:
    secret = _create(drafter)
    with django_assert_num_queries(2):
        use_token(secret)
    at(NOW + timedelta(seconds=59))
    with django_assert_num_queries(1):
        use_token(secret)
    assert tokens_of(drafter)[0].last_used_at == NOW
    at(NOW + timedelta(seconds=60))
    with django_assert_num_queries(2):
        use_token(secret)
    assert tokens_of(drafter)[0].last_used_at == NOW + timedelta(seconds=60)


def test_a_refused_token_is_not_marked_as_used(drafter: User) -> None:
    secret = _create(drafter)
    revoke_token(holder_of(secret).token, by=drafter)
    with pytest.raises(TokenRefused):
        use_token(secret)
    assert tokens_of(drafter)[0].last_used_at is None


@pytest.mark.parametrize(
    ("expires", "revoked", "expected"),
    [
        (None, None, Standing.HOLDS),
        (NOW + DAY, None, Standing.HOLDS),
        (NOW, None, Standing.EXPIRED),
        (NOW - DAY, NOW, Standing.REVOKED),
        (None, NOW - DAY, Standing.REVOKED),
    ],
)
def test_standing(expires: datetime | None, revoked: datetime | None, expected: Standing) -> None:
    assert standing(expires_at=expires, revoked_at=revoked, now=NOW) is expected


@pytest.mark.parametrize("scope", Scope)
def test_every_scope_has_a_label_and_a_sentence(scope: Scope) -> None:
    assert scope.label[0].isupper()
    assert scope.sentence.endswith(".")
    assert scopes_from([scope]) == (scope,)
