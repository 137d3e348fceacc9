"""Finds a Chromium on this machine. Run as a program it prints the path, or fails; it never installs or starts one."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

ELSEWHERE = (
    ".cache/ms-playwright/chromium-*/chrome-linux*/chrome",
    "Library/Caches/ms-playwright/chromium-*/chrome-mac*/Chromium.app/Contents/MacOS/Chromium",
)
"""Where Playwright keeps the browsers it fetched, below the user's home folder."""


def find_chromium() -> str | None:
    """The browser's program, or None where there is none."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    for pattern in ELSEWHERE:
        for path in sorted(Path.home().glob(pattern), reverse=True):
            return str(path)
    return None


if __name__ == "__main__":
    found = find_chromium()
    sys.stdout.write(f"{found}\n" if found else "")
    sys.exit(0 if found else 1)
