"""What pages and letters are dressed in: complete, only what is used, and replaced in one go."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.config.frontend import FONTS, SPRITE, VENDOR, FrontendProblem, lay_out, listed_icons, sprite_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    folder = tmp_path / "node_modules"
    for source in (*VENDOR.values(), *FONTS):
        (folder / source).parent.mkdir(parents=True, exist_ok=True)
        (folder / source).write_text("a{}\n/*# sourceMappingURL=a.css.map */")
    (folder / SPRITE).parent.mkdir(parents=True, exist_ok=True)
    symbols = "".join(f'<symbol id="tabler-{name}" viewBox="0 0 24 24"><path d="M0 0" /></symbol>' for name in "abc")
    (folder / SPRITE).write_text(f"<svg><defs>{symbols}</defs></svg>")
    return folder


@pytest.fixture
def icons(tmp_path: Path) -> Path:
    (tmp_path / "icons.txt").write_text("# the desk\nc\n\na\nc\n")
    return tmp_path / "icons.txt"


def test_lays_out_what_is_used(packages: Path, icons: Path, tmp_path: Path) -> None:
    target = lay_out(packages, icons, tmp_path / "locale", tmp_path / "build" / "frontend")
    vendor = target / "static" / "vendor"
    assert sorted(path.name for path in vendor.iterdir()) == ["icons.svg", "tabler.min.css", "tabler.min.js"]
    assert (vendor / "tabler.min.css").read_text() == "a{}"
    sprite = (vendor / "icons.svg").read_text()
    assert [name in sprite for name in ("tabler-a", "tabler-b", "tabler-c")] == [True, False, True]
    assert len(list((target / "fonts").iterdir())) == len(FONTS)
    assert [path.name for path in target.parent.iterdir()] == ["frontend"]


def test_what_is_missing_leaves_the_old_in_place(packages: Path, icons: Path, tmp_path: Path) -> None:
    target = lay_out(packages, icons, tmp_path / "locale", tmp_path / "build" / "frontend")
    icons.write_text("no-such-icon\n")
    with pytest.raises(FrontendProblem, match="There is no icon “no-such-icon”"):
        lay_out(packages, icons, tmp_path / "locale", target)
    (packages / FONTS[0]).unlink()
    with pytest.raises(FrontendProblem, match="Run “npm ci”"):
        lay_out(packages, icons, tmp_path / "locale", target)
    assert "tabler-a" in (target / "static" / "vendor" / "icons.svg").read_text()


def test_the_project_lists_icons_that_exist() -> None:
    sprite = (ROOT / "node_modules" / SPRITE).read_text(encoding="utf-8")
    assert "<path" in sprite_of(sprite, listed_icons(ROOT / "src" / "comity" / "web" / "icons.txt"))
