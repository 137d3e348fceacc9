"""The words of letters, language by language: how many are translated, and whether a native lawyer has read them."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from comity.casework.queries.wording import wording
from comity.documents.actions.mark_words_reviewed import LONGEST, NotReviewable, mark_words_reviewed
from comity.kernel.language_words import language_words
from comity.kernel.languages import CODES
from comity.kernel.words import say
from comity.people.access import person, require
from comity.people.queries.roles import roles_of
from comity.people.rules.roles import Role


@require_safe
def words(request: HttpRequest) -> HttpResponse:
    """Every language. Raises NotEntitled for everybody but administrators and auditors."""
    keeper = person(request.user)
    require(keeper, Role.ADMINISTRATOR, Role.AUDITOR)
    content = {"wording": wording(), "may_note": Role.ADMINISTRATOR in roles_of(keeper), "longest": LONGEST}
    return render(request, "web/node/words.html", content)


@require_POST
def reviewed(request: HttpRequest, language: str) -> HttpResponse:
    """Notes that a native lawyer has read the words as they are now. Raises NotEntitled."""
    keeper = person(request.user)
    if language not in CODES:
        raise Http404(say("No letter speaks that language."))
    try:
        mark_words_reviewed(language, request.POST.get("reviewer", ""), by=keeper)
    except NotReviewable as problem:
        messages.error(request, str(problem))
    else:
        messages.success(
            request,
            say("{language}: noted as reviewed. A changed word loses the note.", language=language_words(language)),
        )
    return redirect("words")
