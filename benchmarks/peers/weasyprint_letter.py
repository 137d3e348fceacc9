"""The same letters through WeasyPrint (BSD): HTML and CSS to a tagged PDF/A-3b with its attachment, one by one.

pyHanko signs each; what that takes counts.
"""

from __future__ import annotations

import json
import sys
import time
from html import escape
from pathlib import Path
from typing import Any

import weasyprint
from pades import signed, signer
from weasyprint.text.fonts import FontConfiguration

STYLE = Path(__file__).with_suffix(".css").read_text("utf-8")
FAMILIES = {
    "NotoSans": "Noto Sans",
    "NotoSansGeorgian": "Noto Sans Georgian",
    "NotoSansArmenian": "Noto Sans Armenian",
    "DejaVuSans": "DejaVu Sans",
    "DejaVuSansMono": "DejaVu Sans Mono",
}
SIGNED = (
    "The signature is inside this file, not on the page: open the signature panel of a PDF reader. "
    "A printout is a copy without a signature."
)
CHECKED = (
    "This document carries a machine-readable copy of the request (request.json) and an electronic signature (PAdES) "
    "that covers both. Anybody can check who signed it, and that nothing was changed: the page “Verify a document” of "
    "any Comity node, the command “comity document verify”, or a PDF reader that knows the signatory’s certificate."
)


def main() -> None:
    """Read the job, set its letters, and say how long each took but the first, which warms up."""
    job = json.load(sys.stdin)
    fonts = FontConfiguration()
    style = weasyprint.CSS(string=faces(Path(job["fonts"])) + STYLE, font_config=fonts)
    own = signer(job)
    taken: list[int] = []
    for letter in job["letters"]:
        start = time.perf_counter_ns()
        document = weasyprint.HTML(string=page_of(letter)).render(stylesheets=[style], font_config=fonts)
        attachment = weasyprint.Attachment(string=job["attachment"], name="request.json", relationship="Source")
        document.metadata.attachments = [attachment]
        made = signed(document.write_pdf(pdf_variant="pdf/a-3b", pdf_tags=True), own)
        taken.append(time.perf_counter_ns() - start)
    version = f"WeasyPrint {weasyprint.__version__} and pyHanko"
    way = {"version": version, "nanoseconds": taken[1:], "pages": len(document.pages), "size": len(made)}
    json.dump({"ways": [way]}, sys.stdout)


def page_of(letter: dict[str, Any]) -> str:
    """The letter as HTML."""
    title = escape(letter["title"])
    parts = [
        head(letter),
        '<div class="two">',
        *map(party, letter["parties"]),
        "</div>",
        *map(section, letter["sections"]),
    ]
    body = "".join([*parts, foot(letter)])
    language = letter["language"]
    return f'<!doctype html><html lang="{language}"><head><title>{title}</title></head><body>{body}</body></html>'


def head(letter: dict[str, Any]) -> str:
    country, office = map(escape, letter["letterhead"])
    return (
        f"<header><b>{country}</b><br>{office}</header>"
        f"<h1>{escape(letter['title'])}</h1><small>{escape(letter['subtitle'])}</small>"
        f'<div class="head"><div><small>1 Date</small><br><b>{letter["date"]}</b></div>'
        f"<div><small>2 Reference / case number</small><br><b><span>{letter['reference']}</span></b></div>"
        f"<div><small>3 Request status</small>{ticks(letter['status'])}</div></div>"
    )


def party(side: dict[str, Any]) -> str:
    named = f"<b>{escape(side['name'])}</b><br><small>{escape(side['country'])}</small>"
    return f"<div><h2>{side['number']} {escape(side['part'])}</h2>{named}{rows(side['rows'])}</div>"


def section(part: dict[str, Any]) -> str:
    return f"<h2>{part['number']} {escape(part['title'])}</h2><small>{escape(part['note'])}</small>{rows(part['rows'])}"


def foot(letter: dict[str, Any]) -> str:
    signatory = {name: escape(text) for name, text in letter["signatory"].items()}
    office = f"<b>{signatory['function']}</b><br>{signatory['organisation']}"
    place = f"<small>Place and date</small><br>{signatory['place']}, {letter['date']}"
    return (
        f"<footer><p>{escape(letter['closing'])}</p>"
        f'<div class="two"><div><small>For the requesting authority</small><br>{office}<br>{place}</div>'
        f"<div><b>Electronic signature</b><br><small>{SIGNED}</small></div></div>"
        f'<div class="check"><b>One file for person and machine</b><br><small>{CHECKED}</small></div></footer>'
    )


def rows(every: list[dict[str, Any]]) -> str:
    found = (f"<div><dt>{escape(row['label'])}</dt><dd>{value(row['value'])}</dd></div>" for row in every)
    return f"<dl>{''.join(found)}</dl>"


def value(given: Any) -> str:
    if isinstance(given, str):
        return escape(given)
    if given and isinstance(given[0], dict):
        return ticks(given)
    return "".join(f"<p><code>{escape(item)}</code></p>" for item in given)


def ticks(choices: list[dict[str, Any]]) -> str:
    return "".join(f"<p><i>{'☑' if tick['chosen'] else '☐'}</i> {escape(tick['label'])}</p>" for tick in choices)


def faces(folder: Path) -> str:
    """The same font files that our own letters are set in, upright ones."""
    found = []
    for path in sorted(folder.glob("*.ttf")):
        family = FAMILIES.get(path.stem.partition("_")[0].removesuffix("-Bold"))
        if family and "Italic" not in path.stem:
            weight = 700 if "Bold" in path.stem else 400
            source = f"font-weight: {weight}; src: url({path.as_uri()})"
            found.append(f'@font-face {{ font-family: "{family}"; {source} }}\n')
    return "".join(found)


if __name__ == "__main__":
    main()
