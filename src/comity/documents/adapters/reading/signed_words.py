"""What a signature says beside who made it: in whose name, and whether it shows on a page."""

from __future__ import annotations

from asn1crypto import core
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.sign.general import MultivaluedAttributeError, NonexistentAttributeError, find_unique_cms_attribute
from pyhanko.sign.validation import EmbeddedPdfSignature

from comity.documents.adapters.trust.certificate_names import one_line

MANDATE = "; mandate: "
_HIDDEN = 0b100010
"""The annotation's flags “hidden” and “no view” (ISO 32000-1, table 165)."""
_OUTSIDE = 1_000
"""Points left of or below the page from which on a field counts as put out of sight."""


def reason_and_mandate(found: EmbeddedPdfSignature) -> tuple[str, str]:
    """What the signature says of itself: the reason, and the mandate, each as one line or empty.

    The mandate stands in the roles that the signer claims (CAdES signer-attributes-v2, ETSI EN 319 122-1), or behind
    the reason, where any viewer shows it.
    """
    reason = str(found.sig_object["/Reason"]) if "/Reason" in found.sig_object else ""
    before, _, written = reason.partition(MANDATE)
    return one_line(before), one_line(_claimed(found) or written)


def _claimed(found: EmbeddedPdfSignature) -> str:
    try:
        held = find_unique_cms_attribute(found.signer_info["signed_attrs"], "signer_attributes_v2")
        claimed = held["claimed_attributes"]
        return "; ".join(_words(value) for attribute in claimed or () for value in attribute["values"])
    except (NonexistentAttributeError, MultivaluedAttributeError, ValueError, TypeError, KeyError):
        return ""


def _words(value: core.Asn1Value) -> str:
    """The texts in a value, however it nests: roles are general names, others plain strings."""
    native = value.native if isinstance(value, core.Asn1Value) else value
    if isinstance(native, dict):
        return ", ".join(filter(None, (_words(item) for item in native.values())))
    if isinstance(native, list):
        return ", ".join(filter(None, (_words(item) for item in native)))
    return native if isinstance(native, str) else ""


def visible(found: EmbeddedPdfSignature) -> bool:
    """Whether the signature has a picture within a page: an area, an appearance, and no flag that hides it."""
    try:
        widget = found.sig_field["/Kids"][0] if "/Kids" in found.sig_field else found.sig_field
        left, bottom, right, top = (float(number) for number in widget["/Rect"])
        flags = int(widget["/F"]) if "/F" in widget else 0
    except (KeyError, IndexError, TypeError, ValueError, PdfReadError):
        return False
    within = max(left, right) > 0 and max(bottom, top) > 0 and min(left, bottom) >= -_OUTSIDE
    return within and left != right and bottom != top and not flags & _HIDDEN and "/AP" in widget
