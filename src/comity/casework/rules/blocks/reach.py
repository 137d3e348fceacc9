"""How to reach somebody: address, telephone, cell phone, e-mail and fax, as the T-CY templates list them."""

from __future__ import annotations

from collections.abc import Collection

from comity.casework.rules.fields import OPTIONAL, RECOMMENDED, REQUIRED, FieldSpec, Requirement, Shape

_MEANS = {
    "address": ("Address", Shape.LONG_TEXT, "Street, town, postal code, country."),
    "telephone": ("Telephone", Shape.TELEPHONE, "As dialled from abroad, beginning with +."),
    "cell": ("Cell phone", Shape.TELEPHONE, "As dialled from abroad, beginning with +."),
    "email": ("E-mail", Shape.EMAIL, "An official mailbox that is read, also at night if the matter is urgent."),
    "fax": ("Fax", Shape.TELEPHONE, "Only where it is still in use."),
}


def reach(
    prefix: str,
    article: str,
    means: Collection[str] = tuple(_MEANS),
    *,
    required: Collection[str] = (),
    recommended: Collection[str] = (),
    otherwise: Requirement = OPTIONAL,
) -> tuple[FieldSpec, ...]:
    """A field for each of `means`, named `<prefix>_<means>`."""
    return tuple(
        FieldSpec(
            name=f"{prefix}_{key}",
            label=label,
            help=help_,
            article=article,
            shape=shape,
            max_length=600 if shape is Shape.LONG_TEXT else 0,
            requirement=REQUIRED if key in required else RECOMMENDED if key in recommended else otherwise,
            missing=f"{label}: missing, so no answer can arrive that way. Give it.",
        )
        for key, (label, shape, help_) in _MEANS.items()
        if key in means
    )
