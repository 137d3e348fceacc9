"""The left rail: where one can go from any page, and who sees which entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Entry:
    """One place: the name of its address, its word and icon, and which roles see it (none named: everyone)."""

    route: str
    label: str
    icon: str
    public: bool = False
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the rail with its places; a group of one place shows no heading."""

    label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A place as the page draws it."""

    label: str
    icon: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A group as the page draws it; with more than one place it can be folded, and stands `open` or not."""

    label: str
    links: tuple[Link, ...]
    open: bool


SEES_CASES = frozenset({"drafter", "approver", "duty-officer", "auditor"})
READS_CONTACTS = frozenset({"duty-officer", "approver", "editor", "auditor"})

GROUPS = (
    Group(
        "Casework",
        (
            Entry("desk", "Desk", "layout-dashboard"),
            Entry("emergency", "Emergency", "alarm", roles=frozenset({"drafter", "duty-officer"})),
            Entry("clocks", "What runs out", "hourglass", roles=SEES_CASES),
            Entry("requests", "Requests", "mail-forward"),
            Entry("cases", "Cases", "folders"),
            Entry("roster", "Roster", "calendar-time"),
            Entry("calls", "Phone log", "phone", roles=SEES_CASES),
            Entry("test-calls", "Test calls", "checks", roles=SEES_CASES),
            Entry("contacts", "Direct contacts", "lock", roles=READS_CONTACTS),
            Entry("statistics", "Statistics", "chart-bar", roles=SEES_CASES | {"administrator"}),
        ),
    ),
    Group(
        "Routes",
        (
            Entry("planner", "Find a route", "route", public=True),
            Entry("matrix", "Cooperation matrix", "grid-dots", public=True),
        ),
    ),
    Group(
        "Atlas",
        (
            Entry("countries", "Countries", "world", public=True),
            Entry("instruments", "Instruments", "gavel", public=True),
            Entry("providers", "Providers", "stack-2", public=True),
            Entry("glossary", "Glossary", "book-2", public=True),
            Entry("papers", "Papers", "file-text", public=True),
            Entry("atlas-search", "Search the atlas", "search", public=True),
            Entry("atlas-data", "Open data", "download", public=True),
            Entry("proposals", "Keeping it true", "pencil", roles=frozenset({"editor"})),
            Entry("pack-offers", "Offers", "inbox", roles=frozenset({"editor"})),
            Entry("country-packs", "Packs of countries", "stack-2", roles=frozenset({"editor", "administrator"})),
        ),
    ),
    Group(
        "State of play",
        (
            Entry("state-of-play", "Overview", "grid-dots", public=True),
            Entry("state-of-play-gaps", "Gaps", "chart-bar", public=True),
            Entry("priorities", "Priorities", "chart-bar", public=True),
            Entry("recommendations", "Recommendations", "checks", public=True),
            Entry("reforms", "Reforms", "scale", public=True),
            Entry("amendments", "Draft amendments", "gavel", public=True),
            Entry("assessments", "Assessments", "list-check"),
        ),
    ),
    Group(
        "Programme",
        (
            Entry("projects", "Projects", "folders", public=True),
            Entry("activities", "Activities", "calendar-time", public=True),
        ),
    ),
    Group("Documents", (Entry("verify", "Verify a document", "certificate", public=True),)),
    Group(
        "This node",
        (
            Entry("node", "Node", "server-2", roles=frozenset({"administrator", "auditor"})),
            Entry("trust-list", "Whom it trusts", "shield-check", roles=frozenset({"administrator", "auditor"})),
        ),
    ),
)


def rail_for(path: str, *, signed_in: bool, roles: Iterable[Any]) -> tuple[Section, ...]:
    """The rail for the page at `path`: what this visitor may open, the place that holds the page marked as current."""
    held = {str(role) for role in roles}
    here = _closest(path)
    sections = (_section(group, here, signed_in=signed_in, held=held) for group in GROUPS)
    return tuple(section for section in sections if section.links)


def _section(group: Group, here: str, *, signed_in: bool, held: set[str]) -> Section:
    """Open are the places around the page, one's own work, and all to whoever only reads."""
    links = tuple(_links(group.entries, here, signed_in=signed_in, held=held))
    return Section(group.label, links, open=not signed_in or group is GROUPS[0] or any(link.current for link in links))


def _closest(path: str) -> str:
    """The address of the place that holds the page: of two that do, the inner one."""
    addresses = [reverse(entry.route) for group in GROUPS for entry in group.entries]
    return max((address for address in addresses if _holds(address, path)), key=len, default="")


def _links(entries: tuple[Entry, ...], here: str, *, signed_in: bool, held: set[str]) -> Iterable[Link]:
    for entry in entries:
        if (entry.public or signed_in) and (not entry.roles or entry.roles & held):
            address = reverse(entry.route)
            yield Link(entry.label, entry.icon, address, address == here)


def _holds(address: str, path: str) -> bool:
    return path == address if address == "/" else path.startswith(address)
