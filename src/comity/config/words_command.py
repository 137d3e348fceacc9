"""`comity words pages`: the sentences that translators fill, collected from the source or compared with it."""

from __future__ import annotations

from typing import Annotated

import typer

from comity.cli.words import tell
from comity.config.env import ROOT

SOURCE = ROOT / "src" / "comity"
FOLDER = SOURCE / "locale"


def pages(
    check: Annotated[bool, typer.Option("--check/--write", help="Compare only, or write the files anew.")] = True,
) -> None:
    """Compare what pages say with the template that translators fill, and each translation with its sentence.

    Ends with 1 where something is out of step. With --write, writes the template and brings every language in step.
    """
    import django

    django.setup()
    from comity.config.page_words import PAGES, collected

    tell(PAGES, FOLDER, PAGES.template(collected(SOURCE)), write=not check)
