"""`comity trust`: a certificate counts once the digits that its owner read out agree; it is listed, and withdrawn."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings
from typer.testing import CliRunner

from comity.cli.app import app
from comity.documents.rules.anchor import Anchor
from comity.documents.tests import pki

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("comity.cli.trust.database", _open)
    with override_settings(ENV=replace(settings.ENV, home=tmp_path / "home")):
        yield


class _open:  # noqa: N801  stands for a context manager of that name: the test's database is open already
    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "root.pem").write_bytes(pki.root().pem)
    return tmp_path / "root.pem"


def trust(*arguments: str, typed: str = "") -> tuple[int, str]:
    ended = CliRunner().invoke(app, ["trust", *arguments], input=typed)
    return ended.exit_code, ended.output


def fingerprint() -> str:
    return Anchor(pki.root().der, "", ()).fingerprint


def test_added_once_the_digits_agree_then_listed_then_withdrawn(file: Path) -> None:
    options = ("--name", "Ministry of Tests", "--source", "By telephone", "--country", "GE", "--until", "2031-12-31")
    code, output = trust("add", str(file), *options, typed="0" * 16 + "\n")
    assert code == 1
    assert fingerprint() in output
    assert "other digits" in output
    code, output = trust("add", str(file), *options, typed=f"{fingerprint()[:8]} {fingerprint()[8:20]}\n")
    assert code == 0
    assert "This node trusts Ministry of Tests for signers of documents." in output
    code, output = trust("list")
    assert "Ministry of Tests, GE: trusted, for signers of documents." in output
    assert "up to 31 December 2031" in output
    code, output = trust("remove", fingerprint()[:10], "--reason", "They changed it.")
    assert code == 0
    (entry,) = json.loads(trust("list", "--json")[1])
    assert (entry["standing"], entry["withdrawn_because"]) == ("trust-withdrawn", "They changed it.")


def test_for_time_stamps_with_the_digits_as_an_option(file: Path) -> None:
    code, output = trust(
        "add", str(file), "--name", "Time", "--source", "Letter", "--for", "time-stamps", "--sha256", fingerprint()
    )
    assert code == 0
    assert "for time stamps" in output


def test_nobody_is_trusted_yet() -> None:
    assert "trusts nobody" in trust("list")[1]


@pytest.mark.parametrize("content", [b"", b"hello", b"x" * 70_000])
def test_what_is_no_certificate(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    code, output = trust("add", str(tmp_path / "x"), "--name", "A", "--source", "B", "--sha256", "0" * 64)
    assert code in {1, 2}
    assert "certificate" in output
