"""The small forms around signatures: who is asked for, and the file that was signed elsewhere."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from comity.web.form import PlainForm


class AskForm(PlainForm):
    before = forms.CharField(
        required=False,
        label=gettext_lazy("Before the approver"),
        max_length=1200,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("For example the drafter’s authority. One name a line, in the order of signing."),
    )
    after = forms.CharField(
        required=False,
        label=gettext_lazy("After the approver"),
        max_length=1200,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("For example a court. They sign with a key of their own."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "ask_%s"} | kwargs)


class UploadForm(PlainForm):
    document = forms.FileField(
        label=gettext_lazy("The signed letter"),
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
        help_text=gettext_lazy("The file that you downloaded here, with your signature added and nothing else."),
        error_messages={
            "required": gettext_lazy("No file arrived. Choose the signed PDF first, then press the button."),
            "empty": gettext_lazy("The file is empty. Choose the signed PDF."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "upload_%s"} | kwargs)
