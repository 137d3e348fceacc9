"""Addresses of crypto-assets. Their checksums are checked where the standard library can; where not, a note says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.kernel.identifiers.base58 import version_byte
from comity.kernel.identifiers.bech32 import is_witness_address
from comity.kernel.identifiers.finding import Finding, Found, Odd, Sheet, label
from comity.kernel.identifiers.identifier_type import IdentifierType
from comity.kernel.identifiers.missing import MissingKey, useful
from comity.kernel.words import noted, say

_WORD = r"(?<![0-9A-Za-z])(?<!0x)"
_BASE58 = re.compile(rf"{_WORD}[13LMDAT9Xt7][1-9A-HJ-NP-Za-km-z]{{25,34}}(?![0-9A-Za-z])")
_WITNESS = re.compile(rf"{_WORD}(?P<prefix>bc|ltc)1[0-9a-z]{{8,86}}(?![0-9A-Za-z])", re.IGNORECASE)
_ETHEREUM = re.compile(r"(?<![0-9A-Za-z])0x[0-9a-fA-F]{40}(?![0-9A-Za-z])")
_MONERO = re.compile(rf"{_WORD}[48][0-9AB][1-9A-HJ-NP-Za-km-z]{{93}}(?:[1-9A-HJ-NP-Za-km-z]{{11}})?(?![0-9A-Za-z])")
_KINDS = {
    0x00: "bitcoin",
    0x05: "bitcoin",
    0x30: "litecoin",
    0x32: "litecoin",
    0x1E: "dogecoin",
    0x41: "tron",
    0x4C: "dash",
}
_WITNESS_KINDS = {"bc": "bitcoin", "ltc": "litecoin"}
_LABEL = label(
    r"btc|bitcoin|биткоин\w*|біткоін\w*|ბიტკოინ\w*|wallet|кошел[её]к\w*|гаманець|საფულე|address|адрес\w*|usdt|tron|trc-?20"
)
_STANDS_ALONE = re.compile(r"(?:\A|[\s:(\[\"“«])\Z")
_ETHEREUM_NOTE = noted("Its checksum, hidden in capital letters (EIP-55), was not checked: compare every character.")
_MONERO_NOTE = noted("Only its form was checked, not its checksum: compare every character.")
_NETWORK = noted(
    "The same address can exist on Ethereum, BNB Smart Chain, Polygon and other networks. "
    "Say on which one the transfer was."
)


def read_crypto_addresses(sheet: Sheet) -> Iterator[Finding]:
    """Bitcoin, Litecoin, Dogecoin, Dash, Tron, Ethereum and Monero; a broken checksum is said to be so."""
    for match in _WITNESS.finditer(sheet.text):
        yield _witness(match)
    for match in _BASE58.finditer(sheet.text):
        if one := _base58(match, sheet):
            yield one
    for match in _ETHEREUM.finditer(sheet.text):
        gap = useful(MissingKey.NETWORK, _NETWORK)
        notes = () if match[0] == match[0].lower() else (_ETHEREUM_NOTE,)
        yield Found(
            *match.span(), IdentifierType.CRYPTO_ADDRESS, match[0].lower(), kind="ethereum", missing=(gap,), notes=notes
        )
    for match in _MONERO.finditer(sheet.text):
        yield Found(*match.span(), IdentifierType.CRYPTO_ADDRESS, match[0], kind="monero", notes=(_MONERO_NOTE,))


def _witness(match: re.Match[str]) -> Finding:
    if is_witness_address(match[0]):
        kind = _WITNESS_KINDS[match["prefix"].lower()]
        return Found(*match.span(), IdentifierType.CRYPTO_ADDRESS, match[0].lower(), kind=kind)
    return _odd(match, "Bitcoin")


def _base58(match: re.Match[str], sheet: Sheet) -> Finding | None:
    kind = _KINDS.get(version if (version := version_byte(match[0])) is not None else -1)
    if kind:
        return Found(*match.span(), IdentifierType.CRYPTO_ADDRESS, match[0], kind=kind)
    before = sheet.whole[max(0, match.start() - 1) : match.start()]
    mixed = all(re.search(sort, match[0]) for sort in ("[a-z]", "[A-Z]", "[0-9]"))
    likely = match[0][0] in "13T" and mixed and _STANDS_ALONE.search(before)
    return (
        _odd(match, "Tron" if match[0][0] == "T" else "Bitcoin")
        if likely or sheet.labelled(match.start(), _LABEL)
        else None
    )


def _odd(match: re.Match[str], name: str) -> Odd:
    return Odd(
        *match.span(),
        IdentifierType.CRYPTO_ADDRESS,
        say(
            "“{match}” looks like a {name} address, but its checksum does not agree: a character is wrong. Copy it "
            "again.",
            match=match[0],
            name=name,
        ),
    )
