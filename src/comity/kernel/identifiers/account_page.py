"""The addresses of profile pages: which account of which service a URL names. Opens no page."""

from __future__ import annotations

import re

from comity.kernel.identifiers.account_name import account
from comity.kernel.identifiers.finding import Found
from comity.kernel.identifiers.identifier_type import IdentifierType
from comity.kernel.identifiers.telephone_number import telephone_number

_END = r"/?(?:[?#].*)?\Z"
_HOST_PREFIXES = ("www.", "m.", "mobile.", "mbasic.", "web.", "touch.", "ru-ru.", "en-gb.", "old.")
_PAGES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "facebook.com": (
        ("facebook", "number", r"/profile\.php\?(?:[^#]*&)?id=(\d{3,20})(?:[&#].*)?\Z"),
        ("facebook", "number", rf"/people/[^/]+/(\d{{5,20}}){_END}"),
        ("facebook", "number", rf"/(\d{{5,20}}){_END}"),
        ("facebook", "name", rf"/([A-Za-z0-9.]{{5,50}}){_END}"),
    ),
    "t.me": (("telegram", "name", rf"/(?:s/)?([A-Za-z][A-Za-z0-9_]{{3,31}}){_END}"),),
    "instagram.com": (("instagram", "name", rf"/([A-Za-z0-9_.]{{1,30}}){_END}"),),
    "vk.com": (("vk", "number", rf"/id(\d{{1,12}}){_END}"), ("vk", "name", rf"/([A-Za-z0-9_.]{{3,32}}){_END}")),
    "ok.ru": (("ok", "number", rf"/profile/(\d{{5,20}}){_END}"),),
    "x.com": (
        ("x", "number", rf"/i/user/(\d{{1,20}}){_END}"),
        ("x", "name", rf"/([A-Za-z0-9_]{{1,15}}){_END}"),
    ),
    "youtube.com": (
        ("youtube", "channel", rf"/channel/(UC[\w-]{{22}}){_END}"),
        ("youtube", "name", rf"/@([\w.-]{{3,30}}){_END}"),
        ("youtube", "name", rf"/(?:user|c)/([\w.-]{{2,40}}){_END}"),
    ),
    "tiktok.com": (("tiktok", "name", rf"/@([\w.]{{2,24}}){_END}"),),
    "linkedin.com": (("linkedin", "name", rf"/in/([^/?#]{{3,100}}){_END}"),),
    "github.com": (("github", "name", rf"/([A-Za-z0-9-]{{1,39}}){_END}"),),
    "discord.com": (("discord", "number", rf"/users/(\d{{15,20}}){_END}"),),
    "snapchat.com": (("snapchat", "name", rf"/add/([\w.-]{{3,15}}){_END}"),),
    "reddit.com": (("reddit", "name", rf"/u(?:ser)?/([\w-]{{3,20}}){_END}"),),
    "twitch.tv": (("twitch", "name", rf"/(\w{{4,25}}){_END}"),),
    "steamcommunity.com": (
        ("steam", "number", rf"/profiles/(\d{{17}}){_END}"),
        ("steam", "name", rf"/id/([\w-]{{2,32}}){_END}"),
    ),
    "google.com": (("google", "number", r"/maps/contrib/(\d{21})(?:[/?#].*)?\Z"),),
    "plus.google.com": (("google", "number", r"/(\d{21})(?:[/?#].*)?\Z"),),
    "wa.me": (("whatsapp", "phone", rf"/\+?(\d{{7,15}}){_END}"),),
    "api.whatsapp.com": (("whatsapp", "phone", r"/send/?\?(?:[^#]*&)?phone=(?:\+|%2[bB])?(\d{7,15})(?:[&#].*)?\Z"),),
}
_SAME_HOST = {
    "fb.com": "facebook.com",
    "telegram.me": "t.me",
    "vk.ru": "vk.com",
    "vkontakte.ru": "vk.com",
    "odnoklassniki.ru": "ok.ru",
    "twitter.com": "x.com",
    "discordapp.com": "discord.com",
}
_COMPILED = {
    host: tuple((provider, kind, re.compile(pattern)) for provider, kind, pattern in pages)
    for host, pages in _PAGES.items()
}
_PAGES_OF_NOBODY = """
about accounts add ads app apps business channel contact developers direct directory download events explore
feed features friends gaming groups hashtag help home i im index.php intent joinchat jobs legal login
login.php logout marketplace messages news notifications p pages people photo photo.php photos policies post
posts press pricing privacy profile.php proxy public reel reels search settings share share.php sharer
sharer.php signup socks stories story.php terms topics tos tv v video videos watch wall
"""
_NOT_NAMES = frozenset(_PAGES_OF_NOBODY.split())


def account_on_page(host: str, path: str, start: int, end: int) -> Found | None:
    """The account whose page `host` and `path` name; None for a post, a group or any other page."""
    for provider, kind, pattern in _COMPILED.get(_service(host), ()):
        match = pattern.match(path)
        if match and match[1].lower() not in _NOT_NAMES:
            return (
                _telephone(match[1], start, end) if kind == "phone" else account(provider, match[1], kind, start, end)
            )
    return None


def _service(host: str) -> str:
    for prefix in _HOST_PREFIXES:
        host = host.removeprefix(prefix)
    return _SAME_HOST.get(host, host)


def _telephone(digits: str, start: int, end: int) -> Found | None:
    """WhatsApp names its accounts by telephone number."""
    number = telephone_number(f"+{digits}")
    if number is None:
        return None
    return Found(
        start, end, IdentifierType.PHONE, number.value, kind=number.kind, provider="whatsapp", country=number.country
    )
