"""The letter that asks a provider to keep data until an order or a request for assistance reaches it."""

from __future__ import annotations

from comity.atlas.rules.measure import Measure
from comity.casework.rules.blocks.authority import confirmation_contact, requesting_authority
from comity.casework.rules.blocks.confidentiality import confidentiality
from comity.casework.rules.blocks.data import data_kinds, description
from comity.casework.rules.blocks.facts import facts
from comity.casework.rules.blocks.head import PRACTICE, head, numbered, sides
from comity.casework.rules.blocks.legal_basis import legal_basis
from comity.casework.rules.blocks.offence import offence
from comity.casework.rules.blocks.provider import written_to
from comity.casework.rules.blocks.traces import identifiers, period
from comity.casework.rules.blocks.urgency import urgency
from comity.casework.rules.declaration import Addressee, Kind, Section
from comity.casework.rules.fields import OPTIONAL, RECOMMENDED, REQUIRED
from comity.casework.rules.kinds.provider_preservation.fields import preservation

KIND = Kind(
    name="provider-preservation",
    label="Preservation request to a provider",
    article="Provider's policy",
    letter_kind="request",
    letter_version=3,
    measures=(Measure.PRESERVE,),
    bases=("provider",),
    title="Preservation request to a service provider",
    subtitle="Voluntary preservation of stored data, pending an order or a request for mutual assistance",
    closing=(
        "The requesting authority thanks the provider for its co-operation, and asks for a confirmation with the "
        "provider's own number and the day until which the data are kept."
    ),
    provenance=(
        "There is no treaty form for this letter. The fields are those that providers and the model forms of the "
        "United Nations commonly ask for, from general knowledge of the field. The provider's own form or portal "
        "comes first."
    ),
    preserves=True,
    addressee=Addressee.PROVIDER,
    clocks=("preserved-until", "receipt", "more-information"),
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
        Section(
            "",
            "Identifiers",
            "The accounts or connections. Local times without a zone are of no use.",
            (*identifiers(PRACTICE), *period(PRACTICE)),
        ),
        Section(
            "",
            "Data to be preserved",
            "A snapshot as of today: what is not named is not kept.",
            (*data_kinds(PRACTICE, "preserved"), *description(PRACTICE, RECOMMENDED), *preservation(PRACTICE)),
        ),
        Section(
            "",
            "Legal basis and investigation",
            "No more than the provider needs: it is not an authority.",
            (
                *legal_basis(PRACTICE, REQUIRED),
                *offence(PRACTICE, qualified=OPTIONAL, threatened=OPTIONAL, listed=False),
                *facts(PRACTICE, OPTIONAL),
            ),
        ),
        Section("", "Urgency", "How fast, and why.", urgency(PRACTICE)),
        Section(
            "",
            "Confidentiality",
            "Many providers tell their customers unless they are told not to.",
            confidentiality(PRACTICE),
        ),
    ),
)
