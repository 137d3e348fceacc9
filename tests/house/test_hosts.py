"""No tracked file names the host of a package registry: a node is built from whatever mirror its owner trusts."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("npmjs", "com"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
        ("crates", "io"),
        ("proxy", "golang", "org"),
    )
]
PATTERN = re.compile("|".join(re.escape(host) for host in HOSTS))


def test_no_tracked_file_names_a_registry() -> None:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607
    if listing.returncode != 0:
        pytest.skip("this copy is not a git repository")
    found = [
        name
        for name in filter(None, listing.stdout.split("\0"))
        if (ROOT / name).is_file() and PATTERN.search((ROOT / name).read_text(encoding="utf-8", errors="ignore"))
    ]
    assert not found


def test_the_lock_of_npm_names_no_address_of_a_package() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")


def test_every_locked_python_package_has_its_hash() -> None:
    for file in (ROOT / "requirements").glob("*.txt"):
        text = file.read_text(encoding="utf-8").replace("\\\n", " ")
        bare = [line for line in text.splitlines() if "==" in line and "--hash=sha256:" not in line]
        assert not bare, file.name
