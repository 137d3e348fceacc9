"""Office files name this software as their maker, and nobody."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from pptx import Presentation

from comity.stateofplay.adapters.imprint import imprint


@pytest.mark.parametrize("library", [Document, Presentation])
def test_a_file_names_its_title_its_day_and_this_software_alone(library: Any) -> None:
    made, file = library(), BytesIO()
    imprint(made, "State of Play", date(2017, 6, 16))
    made.save(file)
    with ZipFile(file) as parts:
        properties, names = parts.read("docProps/core.xml").decode(), parts.namelist()
    assert "State of Play" in properties
    assert "2017-06-16" in properties
    assert "<dc:creator>Comity</dc:creator>" in properties
    assert "<cp:lastModifiedBy>Comity</cp:lastModifiedBy>" in properties
    assert "generated" not in properties
    assert not [name for name in names if "printer" in name or "thumbnail" in name]
    file.seek(0)
    assert library(file).core_properties.title == "State of Play"
