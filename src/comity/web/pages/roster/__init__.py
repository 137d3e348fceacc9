"""The roster: who is on duty, the week, planning a shift, handing one over."""
