"""The parts that pages share, as plain values: one part a file, its drawing beside it in templates/web/components."""
