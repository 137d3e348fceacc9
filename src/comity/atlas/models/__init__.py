"""What the atlas stores: packs as they were loaded. No fact is edited in place."""

from comity.atlas.models.loaded_pack import LoadedPack, Origin
from comity.atlas.models.pack_offer import PackOffer
from comity.atlas.models.passage import Passage

__all__ = ["LoadedPack", "Origin", "PackOffer", "Passage"]
