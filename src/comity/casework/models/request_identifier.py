"""An identifier that a request names, in its one normal form, so that the same one is found in another request."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from comity.casework.models.request import Request


class RequestIdentifier(models.Model):
    """`value` is the identifier as its type normalises it, without time or port; rewritten with the content."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="named_identifiers")
    type = models.CharField(max_length=40)
    value = models.CharField(max_length=500)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["request", "type", "value"], name="identifier_once_in_a_request")
        ]
        indexes: ClassVar = [models.Index(fields=["value", "type", "request"], name="identifier_by_value")]

    def __str__(self) -> str:
        return f"{self.type} {self.value}"
