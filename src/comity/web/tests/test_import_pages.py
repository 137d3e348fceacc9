"""Imports on their pages: who may, what is wrong by cell, and that nothing half-imported is left behind."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from comity.kernel import clock
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.programme.actions.importing.check_upload import check_upload
from comity.programme.actions.importing.import_upload import import_upload
from comity.programme.models import Activity
from comity.programme.rules.importing.limits import LARGEST

pytestmark = pytest.mark.django_db
ADDRESS = "/programme/cybercrime-eap-ii/import/activities/"
HEAD = b"code,title,kind,starts,ends\n"


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def signed_in(name: str, role: str) -> Client:
    user = User.objects.create(username=name, display_name=f"{name}, Georgia", created_at=clock.now())
    Mandate.objects.create(user=user, role=role, valid_from=date(2017, 1, 1), created_at=clock.now())
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def officer(world) -> Client:
    return signed_in("office", "programme-officer")


def upload(client: Client, content: bytes, name: str = "plan.csv"):
    return client.post(ADDRESS, {"file": SimpleUploadedFile(name, content)})


def test_imports_are_the_offices_own(world, officer) -> None:
    assert Client().get(ADDRESS).status_code == 302
    assert "Import" not in text_of(Client().get("/programme/cybercrime-eap-ii/"))
    for path in (ADDRESS, f"{ADDRESS}template.csv", f"{ADDRESS}1/", f"{ADDRESS}1/problems.csv", ADDRESS[:-11]):
        assert world.duty.get(path).status_code == 403, path
    auditor = signed_in("audit", "auditor")
    assert "Check the table" not in text_of(auditor.get(ADDRESS))
    assert upload(auditor, HEAD + b"a,T,workshop,2017-06-01,\n").status_code == 403
    made = upload(officer, HEAD + b"a,T,workshop,2017-06-01,\n")
    assert auditor.post(f"{made['Location']}carry-out/").status_code == 403
    assert auditor.post(f"{made['Location']}discard/").status_code == 403
    assert "Import 1 activity" not in text_of(auditor.get(made["Location"]))


def test_every_problem_is_shown_by_its_cell_then_a_sound_table_is_imported(officer) -> None:
    made = upload(officer, HEAD + b"a,<b>T,workshop,2017-06-03,2017-06-01\nb,T,meeting,June 2017,\n")
    assert made.status_code == 302
    page = officer.get(made["Location"])
    said = text_of(page)
    assert "2 problems" in said
    assert "E2 Ends The activity ends on 1 June 2017, before it begins" in said
    assert "C3 Kind “meeting” is none of these" in said
    assert "&lt;b&gt;T" in page.content.decode()
    assert "Import 2 activities" not in said
    table = officer.get(f"{made['Location']}problems.csv").content.decode("utf-8-sig").splitlines()
    assert (table[0], len(table)) == ("cell,column,problem", 3)
    refused = officer.post(f"{made['Location']}carry-out/")
    assert refused.status_code == 422
    assert "2 problems are to be mended first" in text_of(refused)

    made = upload(officer, HEAD + b"a,T,workshop,2017-06-01,2017-06-03\nb,T,study,June 2017,\n")
    assert "Import 2 activities" in text_of(officer.get(made["Location"]))
    done = officer.post(f"{made['Location']}carry-out/", follow=True)
    assert "Imported: 2 activities. The file is erased." in text_of(done)
    assert Activity.objects.filter(code__in=["a", "b"]).count() == 2
    assert officer.post(f"{made['Location']}carry-out/").status_code == 422
    assert officer.post(f"{made['Location']}discard/").status_code == 422


def test_a_form_of_another_site_is_refused(world, officer) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = officer.cookies
    assert upload(strict, HEAD + b"a,T,workshop,2017-06-01,\n").status_code == 403


def test_an_upload_can_be_discarded(officer) -> None:
    made = upload(officer, HEAD + b"a,T,workshop,2017-06-01,\n")
    assert "is discarded" in text_of(officer.post(f"{made['Location']}discard/", follow=True))
    said = text_of(officer.get(made["Location"]))
    assert "Discarded" in said
    assert "As it was read" not in said


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("plan.csv", b"", "This file is empty."),
        ("plan.xlsx", b"PK\x03\x04", "This workbook cannot be read."),
        ("plan.csv", b"x" * (LARGEST + 1), "more than 5 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_beside_its_field(officer, name: str, content: bytes, said: str) -> None:
    refused = upload(officer, content, name)
    assert refused.status_code == 422
    assert said in text_of(refused)


def test_a_long_table_is_watched_while_the_worker_has_it(officer, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("keep_upload", "begin_import"):
        monkeypatch.setattr(f"comity.programme.actions.importing.{module}.WHILE_WAITING", 1)
    address = upload(officer, HEAD + b"a,T,workshop,2017-06-01,\nb,T,study,June 2017,\n")["Location"]
    page = officer.get(address)
    said = text_of(page)
    assert "Being checked" in said
    assert "Waiting until the node has a hand free" in said
    assert "Holds" not in said
    assert f'hx-get="{address}"' in page.content.decode()
    assert "not known" in text_of(officer.get(ADDRESS))
    part = officer.get(address, headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()
    assert "HX-Request" in part["Vary"]

    number = int(address.rstrip("/").rpartition("/")[2])
    check_upload(run=number)
    assert "hx-get" not in officer.get(address, headers={"HX-Request": "true"}).content.decode()
    going = officer.post(f"{address}carry-out/", follow=True)
    assert "Being imported" in text_of(going)
    assert "Imported: 2" not in text_of(going)
    assert "in work already" in text_of(officer.post(f"{address}carry-out/"))
    import_upload(run=number, by=User.objects.get(username="office").pk)
    assert "See the activities" in text_of(officer.get(address))
    assert Activity.objects.filter(code__in=["a", "b"]).count() == 2


def test_a_missing_file_a_strange_kind_and_a_strange_project_say_so(officer) -> None:
    assert "Choose the file with the table first." in text_of(officer.post(ADDRESS))
    for path in (
        "cybercrime-eap-ii/import/cats/",
        "nowhere/import/activities/",
        "cybercrime-eap-ii/import/activities/9/",
    ):
        assert officer.get(f"/programme/{path}").status_code == 404, path
    assert officer.get(f"{ADDRESS}template.pdf").status_code == 404
    assert officer.get(ADDRESS[: -len("activities/")])["Location"] == ADDRESS


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_template_comes_as_a_file_and_goes_back_but_for_its_example(officer, form: str) -> None:
    file = officer.get(f"{ADDRESS}template.{form}")
    assert file["Content-Disposition"] == f'attachment; filename="activities.{form}"'
    made = upload(officer, file.content, f"activities.{form}")
    said = text_of(officer.get(made["Location"]))
    assert "1 problem" in said
    assert "A2 Code This is the example of the template." in said


def test_pages_of_imports_take_as_many_queries_however_much_is_imported(officer, django_assert_max_num_queries) -> None:
    made = upload(officer, HEAD + b"".join(b"a%d,T,workshop,2017-06-01,\n" % number for number in range(500)))
    for path in (ADDRESS, made["Location"]):
        with django_assert_max_num_queries(9):
            officer.get(path)
