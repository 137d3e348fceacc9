"""Drawings that the charts of the programme office are made of. Run in the process that draws; know no project."""
