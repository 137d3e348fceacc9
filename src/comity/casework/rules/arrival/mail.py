"""An e-mail as a file (RFC 5322, MIME): what it claims, its words, and the files in it. Bounded in parts and size.

Headers are cut before they are decoded, and nothing in them is trusted: anybody can write any sender.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message

from comity.kernel.words import noted

MOST_BOUNDARIES = 20
MOST_LINES = 400_000
MOST_PARTS = 60
DEEPEST = 6
MOST_FILES = 10
MOST_WORDS = 4_000
_LONGEST_HEADER = 500
_SHOWN = (
    ("From", noted("Sender")),
    ("Subject", noted("Subject")),
    ("Date", noted("Sent")),
    ("Reply-To", noted("Answers to")),
)


class TooIntricate(ValueError):
    """The e-mail nests deeper or has more parts than a letter needs. The text says so."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file in an e-mail."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """`claimed` pairs a label with what the header says; `more` tells that there are files that were not looked at."""

    claimed: tuple[tuple[str, str], ...]
    words: str
    files: tuple[Enclosed, ...]
    encrypted: bool
    more: bool


def looks_like_mail(content: bytes) -> bool:
    """Whether the first lines are headers, with a sender or a trace among them."""
    head = content[:8192].lstrip().replace(b"\r\n", b"\n").partition(b"\n\n")[0].lower()
    names = {line.partition(b":")[0] for line in head.split(b"\n") if b":" in line and not line[:1].isspace()}
    return bool(names & {b"from", b"received", b"return-path"}) and all(name.isascii() for name in names)


def read_mail(content: bytes) -> Mail:
    """The e-mail. Raises TooIntricate where reading it would cost more than a letter may."""
    if content.lower().count(b"boundary=") > MOST_BOUNDARIES or content.count(b"\n") > MOST_LINES:
        raise TooIntricate(_TOO_MUCH)
    try:
        message = message_from_bytes(content.lstrip(), policy=policy.compat32)
        parts = list(_parts(message, 0))
    except RecursionError as problem:
        raise TooIntricate(_TOO_MUCH) from problem
    files = [Enclosed(_name(part), _bytes(part)) for part in parts if _is_file(part)]
    return Mail(
        claimed=tuple((label, text) for name, label in _SHOWN if (text := _header(message, name))),
        words=next((text for part in parts if not _is_file(part) and (text := _words(part))), ""),
        files=tuple(files[:MOST_FILES]),
        encrypted=any(part.get_content_type() in _SEALED for part in parts),
        more=len(files) > MOST_FILES,
    )


_TOO_MUCH = noted(
    "The e-mail nests deeper, or has more parts, than a letter needs, so it was not read to "
    "its end. Save the letter that is in it as a file of its own, and give that."
)
_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"})


def _parts(message: Message, depth: int) -> Iterator[Message]:
    """Its parts that hold others' no more, in their order; those of forwarded e-mails too."""
    if depth > DEEPEST:
        raise TooIntricate(_TOO_MUCH)
    if not message.is_multipart():
        yield message
        return
    if message.get_content_type() == "multipart/encrypted":
        yield message
        return
    children = message.get_payload()
    if not isinstance(children, list) or len(children) > MOST_PARTS:
        raise TooIntricate(_TOO_MUCH)
    for child in children:
        if isinstance(child, Message):
            yield from _parts(child, depth + 1)


def _is_file(part: Message) -> bool:
    return part.get_content_maintype() != "text" or bool(_name(part))


def _name(part: Message) -> str:
    """The file's name as it claims, without folders."""
    if len(str(part.get("Content-Disposition", ""))) + len(str(part.get("Content-Type", ""))) > 4 * _LONGEST_HEADER:
        return ""
    try:
        name = part.get_filename() or ""
    except (ValueError, LookupError, TypeError):
        return ""
    return _decoded(str(name)).replace("\\", "/").rpartition("/")[2][:120]


def _bytes(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def _words(part: Message) -> str:
    if part.get_content_type() != "text/plain":
        return ""
    charset = part.get_content_charset("utf-8")
    raw = _bytes(part)[: 4 * MOST_WORDS]
    try:
        text = raw.decode(charset, errors="replace")
    except LookupError:
        text = raw.decode("utf-8", errors="replace")
    return _clean(text, keep="\n\t").strip()[:MOST_WORDS]


def _header(message: Message, name: str) -> str:
    return _decoded(str(message.get(name, ""))[: 2 * _LONGEST_HEADER])[:_LONGEST_HEADER]


def _decoded(text: str) -> str:
    """Encoded words (RFC 2047) as text; what cannot be decoded as it stands."""
    try:
        pieces = decode_header(text)
        decoded = "".join(
            piece if isinstance(piece, str) else piece.decode(charset or "ascii", errors="replace")
            for piece, charset in pieces
        )
    except (HeaderParseError, LookupError, ValueError):
        decoded = text
    return " ".join(_clean(decoded).split())


def _clean(text: str, keep: str = "") -> str:
    """Without characters that are not seen: they could make a text read as another one, or cannot be stored."""
    shown = (character if character.isprintable() or character in keep else " " for character in text)
    return "".join(shown).encode("utf-8", errors="replace").decode("utf-8")
