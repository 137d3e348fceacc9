"""The families of routes: from State to State, on the requester's own side, and by a provider's free will."""
