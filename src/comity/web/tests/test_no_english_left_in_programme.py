"""On the programme's pages nothing is left in English but data: measured with a bracketed language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from comity.atlas.tests.law import repository_snapshot
from comity.kernel import clock
from comity.programme.actions.add_budget_line import add_budget_line
from comity.programme.actions.commit_money import commit_money
from comity.programme.actions.importing.importable import IMPORTABLE
from comity.programme.actions.open_registration import Terms, open_registration
from comity.programme.actions.record_payment import record_payment
from comity.programme.models import Activity, Indicator, IndicatorPeriod, Participant, Project, Result, Study, Team
from comity.programme.queries.people import personal_link
from comity.programme.rules.budget.written import CommitmentWords, LineWords, PaymentWords
from comity.programme.rules.participation import Asked
from comity.programme.rules.report_run import AT_ONCE
from comity.web.tests.foreign import LANGUAGE, bracketed, left

pytestmark = pytest.mark.django_db
II = "/programme/cybercrime-eap-ii/"
SEATED = {"post": "duty officer", "institution": "", "role": "member", "starts": "2017-02-01", "ends": ""}
REGISTERED = {
    "name": "Participant 3",
    "email": "p3@example.net",
    "institution": "Ministry",
    "country": "GE",
    "role": "participant",
    "travel": "yes",
    "consent": "on",
}
_PATTERNS = (
    r"I agree that .* is kept without my name\.",  # what people agree to is kept by version, in its own words
    r"Dear (?:colleague|Participant 3),.*",  # the letter, for a mail
    r"\b[\w.+-]+@[\w.-]+",
    r"https?://\S+",
    r"\b(?:EUR|GEL|UTC|CSV|PDF|DOCX|XLSX|ODT|PPTX|SHA-256|MB|GE)\b",
    r"slides? [\d, and]+|(?:T-CY|CETS)\S*(?: \d+)*",  # where a source says it
    r"\b[\w-]+\.(?:csv|pdf|docx)\b",
    r"programme\b|\(demonstration\)|test\.example|testserver|24/7 point of contact",
    r"(?:Programme|Auditor), (?:Georgia)?|· This node$",  # who signed in, and who did it
    r"^\d\. .{100,117}$",  # words of a result, cut
    r"\(Приховане поле version\)",  # Django's own, of a field that no reader sees
    r"^(?:Download this chart as SVG|The table behind it|Scrolls sideways)$",  # the chart's frame, of another room
    r"\b(?:activity|study|project|result|indicator)-[a-z-]+",  # names of the ledger's events
)


def _texts(value: Any) -> Iterator[str]:
    """Every text within what is kept."""
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)


def _data() -> re.Pattern[str]:
    """What is kept of projects and money, and what packs say in the words of their documents."""
    law = repository_snapshot()
    names = ["Comity", "Practice", "Georgia", "Cybercrime@EAP"]
    for model in apps.get_app_config("programme").get_models():
        for row in model.objects.all():
            names += _texts([getattr(row, field.attname) for field in model._meta.concrete_fields])
    for stated in (*law.projects.values(), *law.overviews.values()):
        names += _texts(stated.model_dump(mode="python"))
    names += [source.title for source in law.sources.values()]
    columns = [column for each in IMPORTABLE.values() for column in each.declaration.columns]
    alone = {text for column in columns for text in (column.name, column.example)}
    alone |= set(Indicator.objects.values_list("unit", flat=True)) - {""}
    said = {name for name in names if len(name) > 3 and not re.fullmatch(r"[a-z-]+", name)}
    exact = map(re.escape, sorted(said, key=len, reverse=True))
    whole = rf"^\(?(?:{'|'.join(map(re.escape, sorted(filter(None, alone))))})\)?$"
    return re.compile("|".join((*exact, *_PATTERNS, whole)))


class Reading:
    """Opens pages in the bracketed language and keeps what of them is English."""

    def __init__(self, data: re.Pattern[str]) -> None:
        self.data = data
        self.found: dict[str, list[str]] = {}

    def __call__(self, name: str, answer: HttpResponse) -> None:
        texts = left(answer.content.decode(), self.data) if answer.content else [f"leads to {answer['Location']}"]
        if texts:
            self.found[name] = texts

    def __str__(self) -> str:
        return "\n".join(f"{name}: {text}" for name, texts in self.found.items() for text in texts)


def _speaking(*clients: Client) -> None:
    for client in clients:
        client.cookies["language"] = LANGUAGE


def test_nothing_is_left_in_english_on_public_pages(world):
    visitor, reading = Client(), Reading(_data())
    indicator = Indicator.objects.filter(result__project__code="cybercrime-eap-ii").first()
    _speaking(visitor)
    with bracketed():
        for address in (
            "/programme/",
            II,
            f"{II}results/",
            f"{II}results/indicators/{indicator.pk}/",
            f"{II}activities/",
            f"{II}activities/?year=2017",
            f"{II}activities/advisory-24-7/",
            "/programme/cybercrime-eap-iii/activities/data-retention/",
            "/programme/activities/",
            "/programme/activities/?q=lighthouse",
            "/programme/activities/month/?at=2017-10",
            f"{II}decisions/",
            f"{II}papers/",
            "/papers/",
            "/register/none/",
            "/register/sent/",
            "/programme/report.docx?period=soon",
        ):
            reading(address, visitor.get(address))
    assert not reading.found, str(reading)


def test_nothing_is_left_in_english_of_people(world):
    today, officer, visitor = clock.today(), world.programme, Client()
    made = {"created_at": clock.now(), "changed_at": clock.now()}
    project = Project.objects.get(code="cybercrime-eap-ii")
    Activity.objects.create(
        project=project, code="training", kind="training", title="Training of judges", host="GE",
        starts=today, ends=today + timedelta(days=1), state="confirmed", **made,
    )  # fmt: skip
    terms = Terms(today, today, capacity=1, asks=tuple(Asked))
    there = f"{II}activities/training/people/"
    token = open_registration("cybercrime-eap-ii", "training", terms, by=world.users["programme"])
    visitor.post(f"/register/{token}/", REGISTERED)
    visitor.post(f"/register/{token}/", REGISTERED | {"email": "p4@example.net"})
    one = Participant.objects.order_by("pk").first()
    reading = Reading(_data())
    _speaking(visitor, officer, world.auditor)
    with bracketed():
        for client in (officer, world.auditor):
            for address in (there, f"{there}?state=absent", f"{there}statistics/", f"{there}{one.pk}/"):
                reading(address, client.get(address))
            reading("terms", client.get(f"{there}registration/"))
        reading("register", visitor.get(f"/register/{token}/"))
        reading("refused", visitor.post(f"/register/{token}/", {"email": "no", "name": ""}))
        own = f"/registration/{personal_link(one.pk)}/"
        reading("own", visitor.get(own))
        reading("own refused", visitor.post(own, REGISTERED | {"consent": ""}))
        reading("invite", officer.post(f"{there}invite/", {"addresses": "p5@example.net"}))
        reading("invite refused", officer.post(f"{there}invite/", {"addresses": "nobody"}))
        reading("travel refused", officer.post(f"{there}{one.pk}/travel/", {"amount": "-1", "currency": "EUR"}))
        officer.post(f"{there}{one.pk}/move/", {"to": "accepted"})
        reading("moved", officer.get(f"{there}{one.pk}/"))
        officer.post(f"{there}move/", {"to": "attended", "number": [str(one.pk)]})
        reading("moved together", officer.get(there))
        reading("erased", visitor.post(f"{own}erase/"))
    assert not reading.found, str(reading)


def test_nothing_is_left_in_english_of_the_offices_own(world):
    officer, user = world.programme, world.users["programme"]
    officer.post(f"{II}teams/form/", {"kind": "country-team", "title": "Country team", "country": "GE"})
    team = Team.objects.get(title="Country team")
    officer.post(f"{II}teams/{team.pk}/admit/", SEATED)
    officer.post(f"{II}decisions/", {"activity": "interpol-europol", "kind": "decision", "says": "To meet again."})
    officer.post(f"{II}papers/plan/", {"kind": "analysis", "title": "A comparison", "due": "2017-01-01"})
    paper = Study.objects.get()
    words = LineWords("Experts", "1000", "EUR", date(2017, 5, 1), "Annex III", activity="advisory-24-7")
    line = add_budget_line("cybercrime-eap-ii", words, by=user)
    day = date(2017, 5, 2)
    spent = commit_money("cybercrime-eap-ii", line, CommitmentWords("C-1", "Two of them", "1600", "GEL", day), by=user)
    paid = record_payment("cybercrime-eap-ii", spent, PaymentWords("P-1", "280.05", "GEL", day), by=user)
    head = b"code,title,kind,starts,ends\n"
    tables = {
        name: officer.post(f"{II}import/activities/", {"file": SimpleUploadedFile("plan.csv", content)})["Location"]
        for name, content in {
            "sound": head + b"b1,T,workshop,2017-06-01,\n",
            "wrong": head + b"b1,,workshop,,\n",
        }.items()
    }
    indicator = Indicator.objects.filter(result__project__code="cybercrime-eap-ii", measure="").first()
    period, result = IndicatorPeriod.objects.first(), Result.objects.filter(project__code="cybercrime-eap-ii").first()
    reading = Reading(_data())
    budget, one = f"{II}budget/", f"{II}budget/{line}/"
    officer.get("/programme/")  # what was said while all this was made stands there
    _speaking(officer, world.auditor)
    with bracketed():
        for address in (
            "/programme/",
            "/programme/new/",
            "/programme/rates/",
            II,
            f"{II}edit/",
            f"{II}teams/",
            f"{II}decisions/",
            f"{II}papers/",
            f"{II}papers/{paper.pk}/",
            budget,
            f"{budget}?forecast=pace&at=2017-06-01",
            f"{budget}add/",
            one,
            f"{one}edit/",
            f"{one}commit/",
            f"{one}commitments/{spent}/pay/",
            *(
                f"{one}{each}/{verb}/"
                for each in (f"commitments/{spent}", f"payments/{paid}")
                for verb in ("correct", "reverse")
            ),
            *(f"{II}import/{what}/" for what in ("activities", "budget", "participants")),
            *tables.values(),
            f"{II}activities/new/",
            f"{II}activities/advisory-24-7/",
            f"{II}activities/advisory-24-7/edit/",
            f"{II}results/",
            f"{II}results/add/",
            f"{II}results/{result.pk}/edit/",
            f"{II}results/{result.pk}/outputs/add/",
            f"{II}results/{result.pk}/indicators/add/",
            f"{II}results/indicators/{indicator.pk}/",
            f"{II}results/indicators/{indicator.pk}/edit/",
            f"{II}results/indicators/{indicator.pk}/periods/add/",
            *((f"{II}results/periods/{period.pk}/actual/", f"{II}results/periods/{period.pk}/edit/") if period else ()),
        ):
            reading(address, officer.get(address))
        for address in (budget, one, f"{II}teams/", f"{II}papers/{paper.pk}/", f"{II}import/activities/"):
            reading(f"auditor {address}", world.auditor.get(address))
    assert not reading.found, str(reading)


def test_nothing_is_left_in_english_where_something_is_wrong(world):
    officer, reading = world.programme, Reading(_data())
    _speaking(officer)
    now, days = clock.now(), {"starts": date(2017, 1, 1), "ends": date(2017, 12, 31)}
    with bracketed():
        for address in (
            "/programme/new/",
            "/programme/rates/",
            f"{II}edit/",
            f"{II}teams/form/",
            f"{II}decisions/",
            f"{II}papers/plan/",
            f"{II}budget/add/",
            f"{II}import/activities/",
            f"{II}activities/new/",
            f"{II}activities/advisory-24-7/edit/",
            f"{II}activities/advisory-24-7/move/",
            f"{II}activities/advisory-24-7/attach/",
            f"{II}results/add/",
        ):
            reading(address, officer.post(address, {"starts": "never", "day": "never", "sent": "yes"}))
        refused = {"name": "X", "code": "xx", "starts": "2017-02-01", "ends": "2017-01-01", "currency": "EUR"}
        reading("days", officer.post("/programme/new/", refused))
        Project.objects.bulk_create(
            Project(code=f"p-{number}", name=f"Project {number}", created_at=now, changed_at=now, **days)
            for number in range(AT_ONCE + 1)
        )
        reading.data = _data()
        reading("large", officer.get("/programme/report.docx?period=2017"))
        asked = officer.post("/programme/report/ask/", {"period": "2017", "form": "docx"})
        reading("asked", officer.get(asked["Location"]) if asked.get("Location") else asked)
    assert not reading.found, str(reading)
