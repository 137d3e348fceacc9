"""An officer's key in a token (PKCS #11): a smart card or a hardware module. The key never leaves it.

The maker's module is loaded into this process, so only an administrator names one. A session is opened for each
signature and closed after it, so that a card that was pulled out is noticed.
"""

from __future__ import annotations

import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.sign.signers.pdf_cms import Signer

from comity.documents.adapters.keys.signers import asn1_of, store_of
from comity.documents.rules.signature import NotSigned

_LARGEST_RSA = 1024


@dataclass(frozen=True, slots=True)
class TokenPlace:
    """Where the key is: the maker's module, the token's and the key's label, and the file that holds the PIN."""

    module: str
    token: str
    label: str
    pin_file: str


class TokenSigner(Signer):
    """Signs by the token at `place`; `certificates` begins with the signer's own."""

    def __init__(self, place: TokenPlace, certificates: Sequence[x509.Certificate]) -> None:
        super().__init__(signing_cert=asn1_of(certificates[0]), cert_registry=store_of(certificates[1:]))
        self._place = place
        self._curve = isinstance(certificates[0].public_key(), ec.EllipticCurvePublicKey)

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        if dry_run:
            return bytes(_LARGEST_RSA)
        try:
            return await self._signed(data, digest_algorithm)
        except ImportError as problem:
            raise NotSigned("This node lacks the Python package for tokens (python-pkcs11).") from problem
        except NotSigned:
            raise
        except Exception as problem:  # a module of any maker may fail in any way
            raise NotSigned(
                f"The token “{self._place.token}” did not sign: {_in_words(problem)}. Is it plugged in, its PIN right, "
                f"and a key in it labelled “{self._place.label}”? Nothing was kept."
            ) from problem

    async def _signed(self, data: bytes, digest_algorithm: str) -> bytes:
        from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session  # loads the package for tokens

        place = self._place
        if not Path(place.module).is_file():
            raise NotSigned(f"There is no file {place.module}. Give the library that the token's maker provides.")
        with open_pkcs11_session(
            place.module, token_criteria=TokenCriteria(label=place.token), user_pin=_pin(Path(place.pin_file))
        ) as session:
            inner = PKCS11Signer(
                session, signing_cert=self.signing_cert, key_label=place.label, use_raw_mechanism=self._curve
            )
            return bytes(await inner.async_sign_raw(data, digest_algorithm))


def _in_words(problem: Exception) -> str:
    """What the module says, in its own words where it has some."""
    name, words = type(problem).__name__, str(problem).strip().rstrip(".")
    return f"{words} ({name})" if words else name


def _pin(file: Path) -> str:
    try:
        if file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise NotSigned(f"{file} may be read by others on this machine. Run: chmod 600 {file}")
        return file.read_text().strip()
    except OSError as problem:
        raise NotSigned(f"{file} cannot be read: {problem.strerror}.") from problem
