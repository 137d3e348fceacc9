"""How passwords are hashed. The cost is set so that several sign-ins at once fit a small node's memory."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class PasswordHasher(Argon2PasswordHasher):
    """Argon2id with 46 MiB, one pass, one lane: the first of OWASP's equivalent choices (Password Storage Cheat Sheet).

    Django's default takes 100 MiB and eight threads for each sign-in. Changing this re-hashes at the next sign-in.
    """

    time_cost = 1
    memory_cost = 47104
    parallelism = 1
