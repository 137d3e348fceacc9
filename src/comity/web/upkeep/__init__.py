"""What the pages of keeping the atlas true are made of: the form of a fact."""
