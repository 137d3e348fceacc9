"""The node's signing key and the test authority that vouches for it: made once, kept in `<home>/keys`.

Never made again over what is there: a letter signed yesterday must still be known tomorrow.
"""

from __future__ import annotations

import os
import secrets
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from comity.documents.adapters.keys.node_certificate import made
from comity.documents.rules.signature import NotSigned

FILES = ("ca.key", "ca.pem", "node.key", "node.pem")


class NodeKeyProblem(NotSigned):
    """The node cannot sign with what it finds in its key folder. The text says what, and what to do."""


@dataclass(frozen=True, slots=True)
class NodeKey:
    """What a node signs with: its private key, the certificate for it, and the authority that issued that."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate
    authority: x509.Certificate


def node_key(home: Path, *, country: str, organisation: str) -> NodeKey:
    """The node's key, made at first use: EC P-256, the authority's certificate for ten years, the node's for three.

    Safe to call from several processes at once. Raises NodeKeyProblem where the folder holds only a part of it, where
    others may read the keys, or where key and certificate do not belong together.
    """
    folder = home / "keys"
    if not folder.exists() or not any(folder.iterdir()):
        keep_together(folder, made(country=country, organisation=organisation))
    return _read(folder)


def keep_together(folder: Path, contents: dict[str, bytes]) -> None:
    """All files appear at once, by a rename: a node that is killed here leaves no half of a key behind.

    Where another process was faster, its files stay and these are forgotten.
    """
    folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = folder.with_name(f"{folder.name}.{secrets.token_hex(8)}")
    draft.mkdir(mode=0o700)
    try:
        for name, content in contents.items():
            keep_file(draft / name, content)
        draft.rename(folder)
    except OSError:
        if not folder.exists() or not any(folder.iterdir()):
            raise
        # Another process of this node was faster; its keys are as good.
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def keep_file(path: Path, content: bytes) -> None:
    """A new file for the node's user alone, on the disk when this returns. Never over one that is there."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _read(folder: Path) -> NodeKey:
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise NodeKeyProblem(
            f"{folder} holds a part of the node's keys; missing: {', '.join(missing)}. Restore them from the backup. "
            "To begin anew, move the folder away: letters signed so far will then be of an unknown signer."
        )
    for name in (name for name in FILES if name.endswith(".key")):
        if (folder / name).stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise NodeKeyProblem(
                f"{folder / name} may be read by others on this machine. Run: chmod 600 {folder / name}"
            )
    return _checked(folder)


def _checked(folder: Path) -> NodeKey:
    try:
        key = load_pem_private_key((folder / "node.key").read_bytes(), password=None)
        certificate = x509.load_pem_x509_certificate((folder / "node.pem").read_bytes())
        authority = x509.load_pem_x509_certificate((folder / "ca.pem").read_bytes())
    except (ValueError, TypeError) as problem:
        raise NodeKeyProblem(f"A file in {folder} is not a key or certificate in PEM: {problem}") from problem
    if not isinstance(key, ec.EllipticCurvePrivateKey) or key.public_key() != certificate.public_key():
        raise NodeKeyProblem(
            f"{folder / 'node.key'} is not the key of {folder / 'node.pem'}. Restore both from one backup."
        )
    return NodeKey(key, certificate, authority)
