"""The colours of tones, and the letters that can be read on them."""

from __future__ import annotations

from typing import Any

from comity.documents.adapters.pictures.look import Look, Size

_APART = 36
"""Pixels between meanings: measured in one font, they may be read in a wider one."""
ORDER = ("good", "part", "gap", "unknown")


def ground(values: list[dict[str, Any]], look: Look) -> Any:
    """The colour of each tone, its meaning in the legend, best first."""
    import altair as alt

    meanings = {value["tone"]: value["meaning"] for value in values}
    tones = [tone for tone in ORDER if tone in meanings]
    scale = alt.Scale(domain=[meanings[tone] for tone in tones], range=[look.tones[tone][0] for tone in tones])
    columns = 2 if look.size is Size.WIDE else 1
    legend = alt.Legend(columns=columns, columnPadding=_APART, labelLimit=260) if len(tones) > 1 else alt.Legend()
    return alt.Color("meaning:N", scale=scale, legend=legend)


def letters(look: Look) -> Any:
    """The colour of what is written on a tone."""
    import altair as alt

    scale = alt.Scale(domain=list(ORDER), range=[look.tones[tone][1] for tone in ORDER])
    return alt.Color("tone:N", scale=scale, legend=None)
