"""The `comity` command: the command-line door, plus what runs the node itself."""

from __future__ import annotations

import os


def main() -> None:
    """Entry point. Settings are named here, loaded only by commands that need the database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "comity.config.settings")
    from comity.cli.app import app

    app()
