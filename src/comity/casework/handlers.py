"""What casework does when something was recorded. Called by a worker, perhaps more than once; each is idempotent."""

from __future__ import annotations

from comity.atlas.rules.events import PacksLoaded
from comity.casework.actions.recompute_all_clocks import recompute_all_clocks
from comity.casework.actions.release_request import release_request
from comity.casework.rules.events import RequestSigned
from comity.casework.rules.signing_events import RequestCosigned
from comity.ledger.rules.bell import subscribe
from comity.ledger.rules.entry import EntryView


@subscribe(RequestSigned)
def read_back_signed_document(entry: EntryView) -> None:
    """Verify the signed document as any stranger would, and release the request if it says what the request says."""
    release_request(entry.subject.partition(":")[2])


@subscribe(RequestCosigned)
def read_back_when_all_have_signed(entry: EntryView) -> None:
    """The last of several signatures may not be the approver's."""
    release_request(entry.subject.partition(":")[2])


@subscribe(PacksLoaded)
def compute_clocks_anew(_entry: EntryView) -> None:
    """The rules may have changed, so every clock is computed anew, in portions."""
    recompute_all_clocks.defer()
