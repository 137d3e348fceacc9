"""What the atlas stores: packs as they were loaded. No fact is edited in place."""

from comity.atlas.models.loaded_pack import LoadedPack

__all__ = ["LoadedPack"]
