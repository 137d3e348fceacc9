"""`comity pack export`, `import`, `trust`, `distrust`, `keys`: from one node's file to another's, byte for byte."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.test import override_settings
from typer.testing import CliRunner

from comity.cli.app import app
from comity.kernel.country import CountryCode
from comity.ledger.queries.entries import entries_about
from comity.upkeep.tests.country_node import CountryNode, here, load_law

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _node(monkeypatch, tmp_path):
    load_law(monkeypatch)
    with override_settings(ENV=replace(settings.ENV, home=tmp_path / "home", country=CountryCode("GE"))):
        yield


def run(*words: str | Path, code: int = 0) -> str:
    result = CliRunner().invoke(app, ["pack", *map(str, words)])
    assert result.exit_code == code, result.output
    return result.output


def test_export_import_export_is_byte_identical(tmp_path):
    first, second, third = (tmp_path / name for name in ("first.p7m", "second.p7m", "third.p7m"))
    assert "signed by" in run("export", "GE", "--sign", "--to", first)
    assert "Nothing new" in run("import", first)
    run("export", "GE", "--sign", "--to", second)
    run("export", "ge", "--to", third)
    assert first.read_bytes() == second.read_bytes() == third.read_bytes()
    assert len(entries_about("pack:countries/ge", names=["pack-signed"])) == 1


def test_another_country_s_pack_comes_in_once_its_key_is_trusted(tmp_path):
    node = CountryNode("UA")
    file, certificate = tmp_path / "ua.p7m", tmp_path / "ua.pem"
    file.write_bytes(node.file(change=lambda content: content["country"].update(name="Ukraïna")))
    certificate.write_bytes(node.pem)
    assert "does not know for whom" in run("import", file, code=1)
    run("trust", certificate, "--country", "MD")
    assert "may speak for the Republic of Moldova alone" in run("import", file, code=1)
    run("trust", certificate, "--country", "UA", "--reason", "Compared on the telephone.", "--from", "2026-01-01")
    assert "would become" in run("import", file, "--dry-run")
    assert here("countries/ua").version == 1
    assert "is now what this node works with" in run("import", file)
    run("export", "UA", "--sign", "--to", tmp_path / "on.p7m")
    assert (tmp_path / "on.p7m").read_bytes() == file.read_bytes()
    listed = run("keys")
    fingerprint = entries_about("pack-keys:UA")[0].payload["fingerprint"]
    assert "This node signs as" in listed
    assert f"SHA-256 {fingerprint}" in listed
    assert "Republic of Moldova: " in listed
    assert "speaks, from 2026-01-01 until further notice." in listed
    assert "Compared on the telephone." in listed
    assert "came by it" in run("distrust", fingerprint[:8], "--country", "UA", "--reason", "Stolen.")
    assert "No certificate that begins so" in run("distrust", fingerprint, "--country", "UA", code=1)
    assert "Stolen." in run("import", file, code=1)


def test_a_country_s_key_in_a_file_signs_for_it(tmp_path):
    node = CountryNode("UA")
    key, file = tmp_path / "key.pem", tmp_path / "ua.p7m"
    key.write_bytes(node.key_pem + node.pem)
    key.chmod(0o600)
    assert "speaks for Georgia, not for Ukraine" in run("export", "UA", "--sign", code=1)
    assert "add --sign" in run("export", "UA", "--key", key, code=2)
    run("export", "UA", "--sign", "--key", key, "--to", file)
    (tmp_path / "ua.pem").write_bytes(node.pem)
    run("trust", tmp_path / "ua.pem", "--country", "UA")
    assert "Nothing new" in run("import", file)


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("export", "PL"), 1, "has no pack of Poland"),
        (("export", "XX"), 2, "not a country code"),
        (("export", "GE", "--to", "/nowhere/ge.p7m"), 1, "cannot be written"),
        (("import", "/nowhere/ge.p7m"), 2, "cannot be read"),
        (("trust", "/nowhere/ge.pem", "--country", "GE"), 2, "cannot be read"),
        (("trust", __file__, "--country", "GE"), 1, "not a certificate"),
        (("trust", __file__, "--country", "GE", "--until", "soon"), 2, "not a day"),
        (("distrust", "abc", "--country", "GE"), 1, "at least 8 digits"),
    ],
)
def test_what_cannot_be_done_is_said(words, code, says):
    assert says in run(*words, code=code)


def test_a_file_comes_and_goes_by_pipes(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(CountryNode("UA").file())))
    from comity.cli.pack_exchange import _content

    assert _content(Path("-"), 100)[:1] == b"\x30"
    result = CliRunner().invoke(app, ["pack", "export", "GE", "--sign"])
    assert result.stdout_bytes[:1] == b"\x30"
