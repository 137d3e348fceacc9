"""The same letters through WeasyPrint (BSD): HTML and CSS to a tagged PDF/A-3b with its attachment, one by one.

pyHanko signs each; what that takes counts.
"""

from __future__ import annotations

import json
import re
import sys
import time
from html import escape
from pathlib import Path
from typing import Any

import weasyprint
from pades import signed, signer
from weasyprint.text.fonts import FontConfiguration

STYLE = Path(__file__).with_suffix(".css").read_text("utf-8")
NAME = "request.json"
COUNTERS = {"number": "page", "total": "pages"}
FAMILIES = {
    "NotoSans": "Noto Sans",
    "NotoSansGeorgian": "Noto Sans Georgian",
    "NotoSansArmenian": "Noto Sans Armenian",
    "DejaVuSans": "DejaVu Sans",
    "DejaVuSansMono": "DejaVu Sans Mono",
}


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
        told = filled(letter["words"]["attached"], reference=letter["reference"])
        attachment = weasyprint.Attachment(string=job["attachment"], name=NAME, description=told, relationship="Source")
        document.metadata.attachments = [attachment]
        made = signed(document.write_pdf(pdf_variant="pdf/a-3b", pdf_tags=True), own)
        taken.append(time.perf_counter_ns() - start)
    version = f"WeasyPrint {weasyprint.__version__} and pyHanko"
    way = {"version": version, "nanoseconds": taken[1:], "pages": len(document.pages), "size": len(made)}
    json.dump({"ways": [way]}, sys.stdout)


def page_of(letter: dict[str, Any]) -> str:
    """The letter as HTML, in the order and with the words of our form."""
    title = escape(letter["title"])
    parts = [
        head(letter),
        '<div class="two">',
        *map(party, letter["parties"]),
        "</div>",
        *map(section, letter["sections"]),
    ]
    body = "".join([*parts, foot(letter)])
    language, style = letter["language"], counted(letter["words"]["page"])
    return (
        f'<!doctype html><html lang="{language}"><head><title>{title}</title><style>{style}</style></head>'
        f"<body>{body}</body></html>"
    )


def counted(page: str) -> str:
    """The foot of each page: “Page {number} of {total}”, filled by the typesetter."""
    parts = (f"counter({COUNTERS[part]})" if part in COUNTERS else json.dumps(part) for part in re.split(r"{|}", page))
    return f"@page {{ @bottom-right {{ content: {' '.join(parts)}; }} }}"


def filled(words: str, **places: str) -> str:
    for name, what in places.items():
        words = words.replace("{" + name + "}", what)
    return words


def lined(text: str) -> str:
    """Line breaks kept, as they were typed."""
    return escape(text).replace("\n", "<br>")


def head(letter: dict[str, Any]) -> str:
    words = {name: escape(text) for name, text in letter["words"].items()}
    first, *others = map(escape, letter["letterhead"] or [""])
    lines = "".join(f"<br>{line}" for line in others)
    fields = [
        f"<div><small>1 {words['date']}</small><br><b>{words['day']}</b></div>",
        f"<div><small>2 {words['reference']}</small><br><b><span>{letter['reference']}</span></b></div>",
    ]
    if letter["status"]:
        fields.append(f"<div><small>3 {words['status']}</small>{ticks(letter['status'])}</div>")
    fields += [
        f"<div><small>{escape(row['label'])}</small><br>{value(row['value'])}</div>" for row in letter["status_rows"]
    ]
    return (
        f"<header><b>{first}</b>{lines}</header>"
        f"<h1>{escape(letter['title'])}</h1><p><b>{escape(letter['subtitle'])}</b></p>"
        f'<div class="head">{"".join(fields)}</div>'
    )


def party(side: dict[str, Any]) -> str:
    named = f"<b>{escape(side['name'])}</b><br><small>{escape(side['country'])}</small>"
    return f"<div><h2>{side['number']} {escape(side['part'])}</h2>{named}{rows(side['rows'])}</div>"


def section(part: dict[str, Any]) -> str:
    """An article on which every row rests stands once, under the heading."""
    notes = {row["note"] for row in part["rows"]}
    shared = notes.pop() if len(part["rows"]) > 1 and len(notes) == 1 else ""
    small = "".join(f'<p class="note">{escape(note)}</p>' for note in (part["note"], shared) if note)
    every = [row | {"note": ""} for row in part["rows"]] if shared else part["rows"]
    return f"<section><h2>{part['number']} {escape(part['title'])}</h2>{small}{rows(every)}</section>"


def foot(letter: dict[str, Any]) -> str:
    words = {name: escape(text) for name, text in letter["words"].items()}
    signatory = {name: escape(text) for name, text in letter["signatory"].items()}
    named = "<br>".join(filter(None, (signatory["name"], signatory["organisation"])))
    place = ", ".join(filter(None, (signatory["place"], words["day"])))
    copy = filled(words["copy_text"], name=NAME)
    check = filled(words["check"], address=escape(letter["verify_at"]) or words["check_anywhere"])
    return (
        f"<footer><p>{lined(letter['closing'])}</p>"
        f'<div class="two"><div><small>{words["signed_for"]}</small><br><b>{signatory["function"]}</b><br>{named}<br>'
        f"<small>{words['place_and_date']}</small><br>{place}</div>"
        f"<div><b>{words['signature']}</b><br><small>{words['signature_text']}</small></div></div>"
        f'<div class="check"><b>{words["copy"]}</b><br><small>{copy} {check}</small></div></footer>'
    )


def rows(every: list[dict[str, Any]]) -> str:
    """A row without a label takes the whole width."""
    found = []
    for row in every:
        said = value(row["value"], exact=row["exact"])
        note = f'<p class="note">{escape(row["note"])}</p>' if row["note"] else ""
        label = f"<dt>{escape(row['label'])}{note}</dt>" if row["label"] else "<dt></dt>"
        wide = "" if row["label"] else ' class="wide"'
        found.append(f"<div{wide}>{label}<dd>{said}{'' if row['label'] else note}</dd></div>")
    return f"<dl>{''.join(found)}</dl>"


def value(given: Any, *, exact: bool = False) -> str:
    if not given:
        return "–"
    if isinstance(given, str):
        return f"<code>{lined(given)}</code>" if exact else lined(given)
    if isinstance(given[0], dict):
        return ticks(given)
    return "".join(f"<p>{value(item, exact=exact)}</p>" for item in given)


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
