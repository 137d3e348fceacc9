from __future__ import annotations

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

_CHANNELS = [
    ("telephone", "Telephone"),
    ("secure-voice", "Secure voice or messenger"),
    ("video", "Video conference"),
    ("other", "Other"),
]


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("casework", "0005_statistics"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations: ClassVar = [
        migrations.CreateModel(
            name="PhoneCall",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("logged_at", models.DateTimeField(editable=False)),
                (
                    "direction",
                    models.CharField(
                        choices=[("they-called", "They called us"), ("we-called", "We called them")], max_length=11
                    ),
                ),
                ("country", models.CharField(max_length=2)),
                ("spoken_with", models.CharField(max_length=200)),
                ("channel", models.CharField(choices=_CHANNELS, max_length=12)),
                ("summary", models.TextField()),
                ("urgent", models.BooleanField(default=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="calls",
                        to="casework.request",
                    ),
                ),
            ],
            options={
                "ordering": ("-at", "-id"),
                "indexes": [
                    models.Index(fields=["-at", "-id"], name="call_newest_first"),
                    models.Index(fields=["country", "-at"], name="call_by_country"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("at__lte", models.F("logged_at"))), name="call_was_before_its_log"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Ping",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("recorded_at", models.DateTimeField(editable=False)),
                ("country", models.CharField(max_length=2)),
                ("authority_id", models.CharField(blank=True, max_length=80)),
                ("authority", models.CharField(blank=True, max_length=300)),
                ("channel", models.CharField(choices=_CHANNELS, max_length=12)),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("answered", "Answered"),
                            ("no-answer", "No answer"),
                            ("wrong-number", "Wrong number"),
                            ("refused", "Would not talk to us"),
                        ],
                        max_length=12,
                    ),
                ),
                ("minutes", models.PositiveSmallIntegerField(null=True)),
                ("note", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("-at", "-id"),
                "indexes": [
                    models.Index(fields=["country", "-at", "-id"], name="ping_of_country"),
                    models.Index(fields=["-at", "-id"], name="ping_newest_first"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("minutes__isnull", False), ("result", "answered")),
                            models.Q(models.Q(("result", "answered"), _negated=True), ("minutes__isnull", True)),
                            _connector="OR",
                        ),
                        name="ping_answered_in_minutes",
                    )
                ],
            },
        ),
    ]
