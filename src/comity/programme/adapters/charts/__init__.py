"""Drawings that the charts of the programme are made of. Run in the process that draws; know no programme."""
