"""Plain values of paper: letters and verdicts. No framework."""
