"""What casework does when something was recorded. Called by a worker, perhaps more than once; each is idempotent."""

from __future__ import annotations

from comity.casework.actions.release_request import release_request
from comity.casework.rules.events import RequestSigned
from comity.ledger.rules.bell import subscribe
from comity.ledger.rules.entry import EntryView


@subscribe(RequestSigned)
def read_back_signed_document(entry: EntryView) -> None:
    """Verify the signed document as any stranger would, and release the request if it says what the request says."""
    release_request(entry.subject.partition(":")[2])
