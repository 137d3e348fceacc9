"""Pages of the state of play: the overview, and the assessments that it rests on."""
