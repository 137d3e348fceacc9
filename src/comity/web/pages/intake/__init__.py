"""The first three steps of the wizard, one page a step, kept on the server as an intake."""
