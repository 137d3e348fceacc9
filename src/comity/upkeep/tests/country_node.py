"""For tests: the node of a country, with a key of its own, that hands on its pack."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from comity.atlas.models import LoadedPack
from comity.atlas.queries.pack_versions import PackVersion, current_version
from comity.atlas.rules.packs.kinds import KINDS
from comity.atlas.tests import law
from comity.documents.adapters.keys.node_certificate import made
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.digest import Digest
from comity.packkit.pack import Label, digest_of
from comity.upkeep.adapters.cms import signed
from comity.upkeep.rules.signed_pack import PackFile, pack_name, written


@cache
def repository_packs() -> list[Any]:
    """As if each were its first version, so that tests count from there whatever the release says."""
    return [_first(pack) for pack in law.repository_packs()]


def _first(pack: Any) -> Any:
    label = Label(kind=pack.kind, title=pack.title, version=1, floors=pack.floors)
    return replace(pack, version=1, digest=digest_of(label, pack.content))


def load_law(monkeypatch: Any) -> None:
    """The packs of the repository."""
    law.load_law(monkeypatch, repository_packs)


class CountryNode:
    """Signs as the node of `country`. `at` is when its certificate was made."""

    def __init__(self, country: str, *, at: datetime | None = None) -> None:
        with clock.frozen(at or clock.now()):
            files = made(country=country, organisation=f"Central authority of {country}")
        self.country = CountryCode(country)
        self.pem, self.authority_pem = files["node.pem"], files["ca.pem"]
        self.key_pem = files["node.key"]
        self.certificate = x509.load_pem_x509_certificate(self.pem)
        self.key: Any = load_pem_private_key(self.key_pem, None)

    def sign(self, payload: bytes) -> bytes:
        return signed(payload, self.key, self.certificate)

    def file(self, *, version: int = 2, of: str = "", change: Callable[[Any], object] = lambda _: None) -> bytes:
        """The country's pack (or that of `of`) as the repository has it, changed and signed."""
        name = of or pack_name(self.country)
        return self.sign(written(pack_file(name, version=version, change=change)))


def pack_file(name: str, *, version: int, change: Callable[[Any], object] = lambda _: None) -> PackFile:
    pack = next(pack for pack in repository_packs() if pack.name == name)
    content = deepcopy(pack.content.model_dump(mode="json", by_alias=True))
    change(content)
    shape = next(kind.shape for kind in KINDS if kind.name == pack.kind)
    label = Label(kind=pack.kind, title=pack.title, version=version, floors=pack.floors)
    try:
        digest = digest_of(label, shape.model_validate(content))
    except ValueError:
        digest = Digest("0" * 64)
    return PackFile(name, label, content, digest)


def here(name: str) -> PackVersion:
    found = current_version(name)
    assert found
    return found


def versions() -> int:
    return LoadedPack.objects.count()
