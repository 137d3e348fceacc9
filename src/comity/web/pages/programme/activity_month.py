"""A month of activities as a calendar: what has days on its days, what is known to the month above them. Public."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.kernel import clock
from comity.kernel.day_words import weekday_words
from comity.programme.queries.activity_months import month_activities
from comity.programme.rules.month import month_asked, month_of, neighbours
from comity.web.components.month_entries import month_entry
from comity.web.pages.programme.activities import asked, choices


@login_not_required
@require_safe
def month(request: HttpRequest) -> HttpResponse:
    """`?at=2017-10`; this month where the address names none."""
    today, wanted = clock.today(), asked(request)
    first, last = month_asked(request.GET.get("at", ""), today)
    before, after = neighbours(first)
    lines, more = month_activities(wanted, first, last, today)
    content = choices() | {
        "month": month_of(first, last, [month_entry(line) for line in lines]),
        "count": len(lines),
        "more": more,
        "wanted": wanted,
        "today": today,
        "before": before,
        "after": after,
        "weekdays": [weekday_words(date(2024, 1, day)) for day in range(1, 8)],
    }
    return render(request, "web/programme/month.html", content)
