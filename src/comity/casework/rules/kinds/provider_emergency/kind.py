"""The emergency form to a provider: danger, link, data, and a number to call back. Short, since minutes count."""

from __future__ import annotations

from comity.atlas.rules.measure import Measure
from comity.casework.rules.blocks.authority import requesting_authority
from comity.casework.rules.blocks.confidentiality import confidentiality
from comity.casework.rules.blocks.data import data_kinds, description
from comity.casework.rules.blocks.emergency import call_back, emergency, follow_on, oral
from comity.casework.rules.blocks.emergency_checks import link_is_a_reason, link_says_more
from comity.casework.rules.blocks.head import PRACTICE, head, numbered, sides
from comity.casework.rules.blocks.legal_basis import legal_basis
from comity.casework.rules.blocks.offence import offence
from comity.casework.rules.blocks.provider import written_to
from comity.casework.rules.blocks.traces import identifiers, period
from comity.casework.rules.declaration import Addressee, Kind, Section
from comity.casework.rules.fields import OPTIONAL, REQUIRED

KIND = Kind(
    name="provider-emergency",
    label="Emergency request to a provider",
    article="Provider's policy",
    letter_kind="request",
    letter_version=3,
    measures=(Measure.EMERGENCY_DISCLOSURE,),
    bases=("provider",),
    title="Emergency disclosure request to a provider",
    subtitle="Danger to the life or safety of a person: voluntary disclosure under the provider's emergency procedure",
    closing=(
        "The requesting authority confirms that the information given here is true, to the best of its knowledge, and "
        "that the data serve to avert the danger. Please call back on the number given before disclosing anything."
    ),
    provenance=(
        "There is no treaty form for this letter. The fields are those of the emergency forms of large providers and "
        "of the model forms of the United Nations, from general knowledge of the field. The provider's own form or "
        "portal comes first."
    ),
    follows=("provider-preservation", "preservation", "extension"),
    addressee=Addressee.PROVIDER,
    clocks=("receipt", "oral-confirmation", "more-information"),
    emergency=True,
    needs_call_back=True,
    sections=numbered(
        *head(),
        *sides(
            written_to(PRACTICE),
            requesting_authority(PRACTICE, PRACTICE),
            titles=("Service provider", "Requesting authority"),
            helps=("Who holds the data.", "Who asks, and how to answer."),
        ),
        Section("", "Emergency", "What makes hours matter.", emergency(PRACTICE)),
        Section(
            "",
            "Call-back and oral request",
            "Forged emergency requests are common: the provider calls back before it discloses.",
            (*call_back(PRACTICE), *oral(PRACTICE)),
        ),
        Section(
            "",
            "Identifiers",
            "The accounts or connections. Local times without a zone are of no use.",
            (*identifiers(PRACTICE), *period(PRACTICE)),
        ),
        Section(
            "",
            "Data sought",
            "Only what helps to avert the danger.",
            (*data_kinds(PRACTICE, "disclosed"), *description(PRACTICE, REQUIRED)),
        ),
        Section(
            "",
            "Investigation",
            "If there is one already.",
            (
                *legal_basis(PRACTICE, OPTIONAL),
                *offence(PRACTICE, qualified=OPTIONAL, threatened=OPTIONAL, listed=False),
            ),
        ),
        Section("", "Afterwards", "Many providers ask for legal process after an emergency.", follow_on(PRACTICE)),
        Section("", "Confidentiality", "Who must not learn of it.", confidentiality(PRACTICE)),
    ),
    checks=(link_says_more,),
    advice=(link_is_a_reason,),
)
