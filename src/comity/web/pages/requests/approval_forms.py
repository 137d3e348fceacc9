"""The small forms of a request's last step: why it is returned or withdrawn, how it was sent."""

from __future__ import annotations

from typing import Any

from django import forms

from comity.web.form import PlainForm


class ReturnForm(PlainForm):
    reason = forms.CharField(
        label="Reason",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What shall be changed, so that whoever drafted it need not ask back.",
        error_messages={"required": "Say what shall be changed: without a reason it is not returned."},
    )


class WithdrawForm(PlainForm):
    reason = forms.CharField(
        label="Reason",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Why it goes no further. It stays to be read, and cannot be taken up again.",
        error_messages={"required": "Say why: without a reason it is not withdrawn."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "withdraw_%s"} | kwargs)


class SentForm(PlainForm):
    sent_on = forms.DateField(
        label="Day of dispatch",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
        help_text="As the calendar shows it in the requested country.",
        error_messages={
            "required": "The day of dispatch is missing: the clock begins with it.",
            "invalid": "This is no day. Write year, month and day, for example 2026-03-31.",
        },
    )
    channel = forms.CharField(
        label="Channel",
        max_length=200,
        help_text="For example “24/7 network, e-mail”.",
        error_messages={"required": "Say by which channel it left."},
    )
    dispatch_reference = forms.CharField(
        required=False, max_length=200, label="Reference there", help_text="The number it has with that channel."
    )
