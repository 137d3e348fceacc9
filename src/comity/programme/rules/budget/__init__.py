"""A project's money on plain values: cents, rates, what is committed, paid and left, what to expect."""
