"""Whose certificate may speak for which country: trusting one, withdrawing it, handing on the node's own.

An administrator's pages. A certificate is trusted only with the digits of its SHA-256 that the country read out.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comity.atlas.queries.snapshot import node_snapshot
from comity.documents.adapters.keys.node_key import NodeKeyProblem
from comity.documents.queries.certificate import own_certificate_pem
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_in_sentence
from comity.kernel.words import noted, say
from comity.people.access import person, require
from comity.people.rules.roles import Role
from comity.upkeep.actions.distrust_key import distrust_key
from comity.upkeep.actions.trust_key import trust_key
from comity.upkeep.rules.refused_pack import PackRefused
from comity.web.components.countries import all_countries
from comity.web.form import PlainForm

_A_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class TrustForm(PlainForm):
    """A certificate as text, the country, what was read out, and why."""

    country = forms.ChoiceField(label=noted("It may speak for"))
    certificate = forms.CharField(
        label=noted("Certificate"),
        help_text=noted("The text of the file node.pem that the country’s node gives out, from BEGIN to END."),
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocomplete": "off"}),
    )
    compared = forms.CharField(
        label=noted("Digits of its SHA-256, as read out to you"),
        help_text=noted(
            "At least the first 16. Call a number that you knew before: not one that came with the certificate."
        ),
        widget=forms.TextInput(attrs={"spellcheck": "false", "autocomplete": "off"}),
    )
    reason = forms.CharField(
        label=noted("Who compared it with whom"), help_text=noted("The ledger and the list below the packs keep it.")
    )
    valid_to = forms.DateField(
        label=noted("First day on which it no longer may"),
        required=False,
        help_text=noted("Empty: until further notice."),
        widget=_A_DAY,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", say("Choose")), *all_countries(node_snapshot())]
        self.fields["country"].choices = choices  # type: ignore[attr-defined]
        self.fields["country"].error_messages["required"] = say("Choose the country that it speaks for.")


@require_http_methods(["GET", "HEAD", "POST"])
def trust(request: HttpRequest) -> HttpResponse:
    """The form; by POST, done. Raises NotEntitled."""
    user = person(request.user)
    require(user, Role.ADMINISTRATOR)
    form = TrustForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        country = CountryCode(said["country"])
        try:
            signer = trust_key(
                said["certificate"].encode(),
                country,
                said["reason"],
                valid_to=said["valid_to"],
                compared=said["compared"],
                by=user,
            )
        except PackRefused as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(
                request,
                say("{name} may speak for {country}.", name=signer.name, country=country_in_sentence(country)),
            )
            if signer.country and signer.country != country:
                messages.warning(
                    request,
                    say("The certificate itself says {country}. Withdraw it if that is wrong.", country=signer.country),
                )
            return redirect("country-packs")
    return render(request, "web/upkeep/trust.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    """The right ends at once. Raises NotEntitled."""
    user = person(request.user)
    try:
        country = CountryCode(request.POST.get("country", ""))
    except ValueError as problem:
        raise Http404(str(problem)) from None
    try:
        in_use = distrust_key(request.POST.get("fingerprint", ""), country, request.POST.get("reason", ""), by=user)
    except PackRefused as problem:
        messages.error(request, str(problem))
        return redirect("country-packs")
    named = country_in_sentence(country)
    messages.success(request, say("The certificate may no longer speak for {country}.", country=named))
    if in_use:
        messages.warning(
            request, say("What this node says of {country} came by it: have an editor look at it.", country=named)
        )
    return redirect("country-packs")


@require_safe
def certificate(request: HttpRequest) -> HttpResponse:
    """The node's own certificate, to be sent to other nodes. Raises NotEntitled."""
    require(person(request.user), Role.EDITOR, Role.ADMINISTRATOR)
    try:
        content = own_certificate_pem()
    except NodeKeyProblem as problem:
        messages.error(request, str(problem))
        return redirect("country-packs")
    response = HttpResponse(content, content_type="application/x-pem-file")
    response["Content-Disposition"] = 'attachment; filename="node.pem"'
    return response
