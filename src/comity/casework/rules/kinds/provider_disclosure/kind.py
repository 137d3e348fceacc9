"""The letter that asks a provider for data which it may disclose of its own will."""

from __future__ import annotations

from comity.atlas.rules.measure import Measure
from comity.casework.rules.blocks.authority import confirmation_contact, requesting_authority
from comity.casework.rules.blocks.confidentiality import confidentiality
from comity.casework.rules.blocks.data import data
from comity.casework.rules.blocks.facts import facts
from comity.casework.rules.blocks.head import PRACTICE, head, numbered, sides
from comity.casework.rules.blocks.instructions import answer, special_procedures
from comity.casework.rules.blocks.legal_basis import decision, legal_basis
from comity.casework.rules.blocks.offence import offence
from comity.casework.rules.blocks.previous import preservation_sought
from comity.casework.rules.blocks.provider import written_to
from comity.casework.rules.blocks.traces import identifiers, period
from comity.casework.rules.blocks.urgency import urgency
from comity.casework.rules.declaration import Addressee, Kind, Section
from comity.casework.rules.fields import OPTIONAL, REQUIRED
from comity.casework.rules.kinds.provider_disclosure.checks import content_is_not_volunteered

KIND = Kind(
    name="provider-disclosure",
    label="Disclosure request to a provider",
    article="Article 18(1)(b)",
    letter_kind="request",
    letter_version=3,
    measures=(Measure.SUBSCRIBER, Measure.TRAFFIC),
    bases=("provider", "ets185:18(1)(b)"),
    title="Request for disclosure by a service provider",
    subtitle="Under the law of the requesting State and the provider's policy for requests from abroad",
    closing=(
        "The requesting authority thanks the provider for its co-operation. If the data will not be disclosed, it asks "
        "for the reason, and to keep the data until another request arrives."
    ),
    provenance=(
        "There is no treaty form for this letter. The fields are those that providers and the model forms of the "
        "United Nations commonly ask for, from general knowledge of the field. The provider's own form or portal "
        "comes first. Article 18(1)(b) reaches subscriber information of providers that offer services in the "
        "requesting State."
    ),
    follows=("provider-preservation", "preservation", "extension"),
    addressee=Addressee.PROVIDER,
    clocks=("receipt", "answer", "more-information"),
    sections=numbered(
        *head(),
        *sides(
            written_to(PRACTICE),
            requesting_authority(PRACTICE, PRACTICE),
            titles=("Service provider", "Requesting authority"),
            helps=("Who holds the data.", "Who asks, and how to answer."),
        ),
        Section(
            "",
            "Contact for confirmation",
            "A provider calls back before it acts: give a number it can check.",
            confirmation_contact(PRACTICE),
        ),
        Section("", "Data sought", "As little as the investigation needs.", data(PRACTICE, "disclosed")),
        Section(
            "",
            "Identifiers",
            "The accounts or connections. Local times without a zone are of no use.",
            (*identifiers(PRACTICE), *period(PRACTICE)),
        ),
        Section(
            "",
            "Legal basis",
            "On which law of yours you ask; some providers want to see the decision.",
            (*legal_basis("Article 18(1)(b)", REQUIRED), *decision(PRACTICE)),
        ),
        Section(
            "",
            "Investigation",
            "No more than the provider needs: it is not an authority.",
            (*offence(PRACTICE, threatened=OPTIONAL, listed=False), *facts(PRACTICE, OPTIONAL)),
        ),
        Section("", "Preservation already asked for", "If these data were preserved.", preservation_sought(PRACTICE)),
        Section(
            "",
            "Urgency, answer and procedures",
            "How fast, where to and in which form.",
            (*urgency(PRACTICE), *answer(PRACTICE, contact=PRACTICE), *special_procedures(PRACTICE)),
        ),
        Section(
            "",
            "Confidentiality",
            "Many providers tell their customers unless they are told not to.",
            confidentiality(PRACTICE),
        ),
    ),
    advice=(content_is_not_volunteered,),
)
