"""Charts of the programme office before they are drawn."""
