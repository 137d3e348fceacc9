"""What goes along with a letter: attachments with their hashes, sworn translations with a state of their own."""
