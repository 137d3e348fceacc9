"""The shapes of the atlas's packs: sources, channels, instruments and countries. One kind a file."""
