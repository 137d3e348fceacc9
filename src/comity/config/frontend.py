"""Lays out what pages and letters are dressed in: of all that npm fetched, only the files that are used.

Runs before anything else exists, so it knows neither Django nor the environment; it never fetches anything itself.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from comity.config.catalogues import compile_catalogues

VENDOR = {
    "tabler.min.css": "@tabler/core/dist/css/tabler.min.css",
    "tabler.min.js": "@tabler/core/dist/js/tabler.min.js",
}
"""Served file -> where npm puts it."""

SPRITE = "@tabler/icons-sprite/dist/tabler-sprite.svg"

FONTS = (
    "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
    "@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf",
    "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
    "@expo-google-fonts/noto-sans/700Bold_Italic/NotoSans_700Bold_Italic.ttf",
    "@expo-google-fonts/noto-sans-armenian/400Regular/NotoSansArmenian_400Regular.ttf",
    "@expo-google-fonts/noto-sans-armenian/700Bold/NotoSansArmenian_700Bold.ttf",
    "@expo-google-fonts/noto-sans-georgian/400Regular/NotoSansGeorgian_400Regular.ttf",
    "@expo-google-fonts/noto-sans-georgian/700Bold/NotoSansGeorgian_700Bold.ttf",
    "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
    "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
    "dejavu-fonts-ttf/ttf/DejaVuSans-Oblique.ttf",
    "dejavu-fonts-ttf/ttf/DejaVuSans-BoldOblique.ttf",
    "dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf",
)
"""Static faces for letters: Latin, Cyrillic and Greek; Armenian and Georgian; DejaVu for signs that Noto lacks."""

_SOURCE_MAP = re.compile(rb"\n?(?:/\*#|//#) sourceMappingURL=[^\n]*")
_SYMBOL = re.compile(r'<symbol id="tabler-([a-z0-9-]+)".*?</symbol>', re.DOTALL)


class FrontendProblem(Exception):
    """A file or an icon that pages or letters need is not there. The text says which, and what to do."""


def lay_out(packages: Path, icons: Path, words: Path, target: Path) -> Path:
    """Fill `target` from the npm `packages` folder with styles, scripts, fonts and the icons that `icons` lists.

    The catalogues in `words` are compiled beside them. The old content is replaced only when the new one is complete.
    Raises FrontendProblem, CatalogueProblem. Returns `target`.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".frontend-") as folder:
        fresh = Path(folder) / "fresh"
        vendor, fonts = fresh / "static" / "vendor", fresh / "fonts"
        vendor.mkdir(parents=True)
        fonts.mkdir()
        for name, source in VENDOR.items():
            (vendor / name).write_bytes(_SOURCE_MAP.sub(b"", _package_file(packages, source).read_bytes()))
        for source in FONTS:
            shutil.copy(_package_file(packages, source), fonts)
        sprite = _package_file(packages, SPRITE).read_text(encoding="utf-8")
        (vendor / "icons.svg").write_text(sprite_of(sprite, listed_icons(icons)), encoding="utf-8")
        compile_catalogues(words, fresh / "locale")
        if target.exists():
            target.rename(Path(folder) / "old")
        fresh.rename(target)
    return target


def listed_icons(file: Path) -> list[str]:
    """The icon names in `file`, one a line; empty lines and lines that begin with # are skipped."""
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    return sorted({line for line in lines if line and not line.startswith("#")})


def sprite_of(whole: str, names: list[str]) -> str:
    """A sprite with the icons `names`, each a symbol `tabler-<name>`. Raises FrontendProblem for an unknown one."""
    symbols = {match[1]: match[0] for match in _SYMBOL.finditer(whole)}
    for name in names:
        if name not in symbols:
            raise FrontendProblem(
                f"There is no icon “{name}”. Look the name up on Tabler's list of icons and correct it in icons.txt."
            )
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols[name] for name in names)}</svg>\n'


def _package_file(packages: Path, source: str) -> Path:
    path = packages / source
    if not path.is_file():
        raise FrontendProblem(f"{path} is missing. Run “npm ci” at the root of the project, which fetches it.")
    return path
