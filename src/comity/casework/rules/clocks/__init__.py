"""Clocks of requests: from the packs' rules and from what happened to when something must be done, and by whom."""
