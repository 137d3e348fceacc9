"""Looking into an e-mail: whether it is one, and whether what it carries would be taken on its own."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message

from comity.documents.rules.file_kind import FileKind
from comity.documents.rules.file_marks import harmful, runnable_name
from comity.documents.rules.found_file import FoundFile, Obstacle, stopped

_MOST_PARTS = 200
_HEAD = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:[!-9;-~]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}\r?\n")
_TELLING = re.compile(rb"^(?:From|Date|Received|Return-Path|Message-ID):", re.IGNORECASE | re.MULTILINE)
_HEAD_WITHIN = 64 * 1024


def is_mail(content: bytes) -> bool:
    """Whether the file begins with the head of an e-mail (RFC 5322)."""
    head = _HEAD.match(content[:_HEAD_WITHIN])
    return bool(head and len(_TELLING.findall(head[0])) > 1)


def look_into_mail(content: bytes) -> FoundFile:
    """The e-mail, or why it is not taken."""
    try:
        parts = _leaves(message_from_bytes(content))
    except (MessageError, ValueError, LookupError, TypeError):
        return stopped(Obstacle.DAMAGED, FileKind.MAIL.label)
    if parts is None:
        return stopped(Obstacle.UNFOLDS, FileKind.MAIL.label)
    carries = any(_runs(part) for part in parts)
    return stopped(Obstacle.CARRIES, FileKind.MAIL.label) if carries else FoundFile(FileKind.MAIL)


def _leaves(message: Message) -> list[Message] | None:
    """Its parts that hold no others; None where there are more than an e-mail needs."""
    found: list[Message] = []
    for seen, part in enumerate(message.walk()):
        if seen > _MOST_PARTS:
            return None
        if not part.is_multipart():
            found.append(part)
    return found


def _runs(part: Message) -> bool:
    """Whether the part is a file that some machine would run: a letter's own HTML is not."""
    name = str(part.get_filename() or "")
    if name and runnable_name(name):
        return True
    payload = part.get_payload(decode=True)
    found = harmful(payload) if isinstance(payload, bytes) and payload else None
    return found is not None and found.obstacle in {Obstacle.PROGRAM, Obstacle.SCRIPT}
