"""The pages of clocks: what runs out, a request's own clocks, and the calendar's feed."""
