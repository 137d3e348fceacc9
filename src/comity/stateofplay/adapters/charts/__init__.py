"""Drawings that the charts of the state of play are made of. Run in the process that draws; know no state of play."""
