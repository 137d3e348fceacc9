"""Accounts that a text names beside their service ("Telegram @name", "Facebook ID 1000…"), or by a bare @name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.kernel.identifiers.account_name import account
from comity.kernel.identifiers.finding import Finding, Found, Sheet
from comity.kernel.identifiers.host_name import host_name
from comity.kernel.identifiers.identifier_type import IdentifierType
from comity.kernel.identifiers.missing import MissingKey, needed
from comity.kernel.identifiers.providers import SPELLING, Provider, spelled
from comity.kernel.words import say

_NOUN = (
    r"accounts?|acc|users?|usernames?|user[ _]?names?|profiles?|page|handle|nick(?:name)?|login"
    r"|channel|group|bot|contact"
    r"|акк?аунт\w*|профил\w*|канал\w*|ник|логин|имя пользователя|користувач\w*|обліковий запис|страница|сторінка"
    r"|ანგარიში|პროფილი|მომხმარებელი|հաշիվ\w*|էջ\w*|hesab\w*|cont(?:ul)?"
)
_ID_WORD = r"(?:(?:user|numeric|account|profile|chat|channel)[ _]?)?(?:id|uid|№|идентификатор|ідентифікатор)"
_NAMED = re.compile(
    rf"""(?<![\w@./-])(?P<service>{SPELLING})(?![^\W_])
    (?P<nouns>(?:[\ _-]{{1,2}}(?:{_NOUN})(?![^\W_])){{0,2}})
    (?:[\ _]{{0,2}}(?P<id>{_ID_WORD})(?![^\W\d_]))?
    ["']?(?P<separator>(?:\ {{0,2}}[:=]\ {{0,2}}|\ {{1,2}}-\ {{1,2}}|\ {{0,2}})["'“«(]?)
    (?P<name>@?[A-Za-z0-9](?:[\w.,:\#-]{{0,63}}[\w-])?)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAME_FIRST = re.compile(
    rf"""(?<![\w@./-])@(?P<name>[A-Za-z0-9_][A-Za-z0-9_.]{{1,39}})
    (?:\ ?[(,]\ ?|\ -\ |\ (?:on|in|at|в|на|у|из)\ )(?P<service>{SPELLING})(?![\w.])""",
    re.VERBOSE | re.IGNORECASE,
)
_BARE = re.compile(r"(?<![\w@./])@(?P<name>[A-Za-z_][A-Za-z0-9_.]{1,30}[A-Za-z0-9_])(?![\w@/])")
_VK_NUMBER = re.compile(r"id(\d{1,12})\Z", re.IGNORECASE)
_CHANNEL = re.compile(r"UC[\w-]{22}\Z")
_TELLS_A_NAME = re.compile(r"[\d_#:.]")
_LINE_GOES_ON = re.compile(r"[ \t]+\w")
_FEWEST_DIGITS = 5


def read_accounts(sheet: Sheet) -> Iterator[Finding]:
    """Accounts named after their service, before it, and last the bare @names."""
    taken: list[Found] = []
    for pattern, read in ((_NAMED, _named), (_NAME_FIRST, _name_first), (_BARE, _bare)):
        left = sheet.without(sorted(taken, key=lambda one: one.start)).text
        found = [one for match in pattern.finditer(left) if (one := read(match))]
        taken += found
        yield from found


def _named(match: re.Match[str]) -> Found | None:
    provider, written = spelled(match["service"]), match["name"]
    if provider is None:
        return None
    start, end = match.span()
    name = written.removeprefix("@")
    if name.isdecimal():
        return account(provider.key, name, "number", start, end) if _is_number(match, provider) else None
    if provider.key == "vk" and (numbered := _VK_NUMBER.match(name)):
        return account("vk", numbered[1], "number", start, end)
    if provider.key == "youtube" and _CHANNEL.match(name):
        return account("youtube", name, "channel", start, end)
    if _is_name(match, provider, name):
        return account(provider.key, name, "name", start, end)
    return None


def _is_number(match: re.Match[str], provider: Provider) -> bool:
    """Figures after a service's name are an account's number where “ID” says so, or where nothing follows them."""
    if provider.by_telephone:
        return False
    said = match["nouns"] or match["separator"].strip() or match["name"].startswith("@")
    lone = said and len(match["name"]) >= _FEWEST_DIGITS and not _LINE_GOES_ON.match(match.string, match.end())
    return bool(match["id"] or lone)


def _is_name(match: re.Match[str], provider: Provider, name: str) -> bool:
    """A word after a service's name is an account only where the writing says so: “Facebook said” is not one."""
    if not re.fullmatch(provider.name_pattern, name) or (host_name(name) and not match["nouns"]):
        return False
    if match["name"].startswith("@"):
        return True
    if not re.search("[A-Za-z]", name):
        return False
    told = bool(_TELLS_A_NAME.search(name))
    if match["separator"].strip():
        return told or not _LINE_GOES_ON.match(match.string, match.end())
    return told and bool(match["nouns"] or match["id"])


def _name_first(match: re.Match[str]) -> Found | None:
    provider = spelled(match["service"])
    if provider is None or not re.fullmatch(provider.name_pattern, match["name"]):
        return None
    return account(provider.key, match["name"], "name", match.start(), match.end())


def _bare(match: re.Match[str]) -> Found | None:
    name = match["name"]
    if host_name(name):  # the end of an e-mail address that was torn apart
        return None
    sentence = say(
        "“@{name}” names no service, and many have such names. Write the service too, for example “Telegram @{name}”.",
        name=name,
    )
    return Found(
        match.start(),
        match.start() + 1 + len(name),
        IdentifierType.ACCOUNT,
        f"@{name.lower()}",
        kind="name",
        missing=(needed(MissingKey.PROVIDER, sentence),),
    )
