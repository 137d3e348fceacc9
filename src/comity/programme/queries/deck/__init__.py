"""The overview deck: its slides, each made from what the packs hold."""
