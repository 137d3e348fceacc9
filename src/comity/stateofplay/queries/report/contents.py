"""The report: its sections in order. A section that has nothing to say is left out."""

from __future__ import annotations

from collections.abc import Callable

from comity.stateofplay.queries.report.material import Material
from comity.stateofplay.queries.report.sections import (
    changes,
    consequences,
    overview,
    powers,
    priorities,
    recommendations,
    reforms,
    sources,
    summary,
)
from comity.stateofplay.rules.pictures.picture import listed
from comity.stateofplay.rules.report import Report, Section

SECTIONS: tuple[Callable[[Material], Section | None], ...] = (
    summary.section,
    overview.section,
    changes.section,
    powers.section,
    priorities.section,
    consequences.section,
    reforms.section,
    recommendations.section,
    sources.section,
)


def report_of(material: Material) -> Report:
    """The report; the short one has the same sections in fewer words."""
    sections = (section(material) for section in SECTIONS)
    names = listed(name for _, name in material.matrix.countries) or "No country"
    kind = "For decision makers" if material.short else "Report"
    return Report(
        material.matrix.title,
        f"{kind} on cybercrime and electronic evidence: {names}",
        material.day,
        tuple(section for section in sections if section is not None),
        short=material.short,
    )
