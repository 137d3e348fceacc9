from __future__ import annotations

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("casework", "0003_both_directions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations: ClassVar = [
        migrations.CreateModel(
            name="RequestClock",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rule", models.CharField(max_length=60)),
                (
                    "state",
                    models.CharField(
                        choices=[("running", "Running"), ("held", "Held"), ("stopped", "Done"), ("over", "Over")],
                        max_length=8,
                    ),
                ),
                ("ours", models.BooleanField()),
                ("basis", models.CharField(max_length=8)),
                ("name", models.CharField(max_length=120)),
                ("article", models.CharField(max_length=60)),
                ("starts", models.DateTimeField()),
                ("ends", models.DateTimeField()),
                ("next_reminder_at", models.DateTimeField(null=True)),
                ("ran_out_at", models.DateTimeField(null=True)),
                ("said", models.JSONField(default=dict)),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="clocks", to="casework.request"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=20)),
                ("due_at", models.DateTimeField()),
                ("raised_at", models.DateTimeField(null=True)),
                ("escalated", models.BooleanField(default=False)),
                ("seen_at", models.DateTimeField(null=True)),
                (
                    "clock",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminders",
                        to="casework.requestclock",
                    ),
                ),
                (
                    "seen_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"ordering": ("due_at", "id")},
        ),
        migrations.AddIndex(
            model_name="requestclock",
            index=models.Index(
                condition=models.Q(("state", "running")), fields=["ours", "ends", "id"], name="clock_runs_out_ours"
            ),
        ),
        migrations.AddIndex(
            model_name="requestclock",
            index=models.Index(condition=models.Q(("state", "running")), fields=["ends", "id"], name="clock_runs_out"),
        ),
        migrations.AddIndex(
            model_name="requestclock",
            index=models.Index(
                condition=models.Q(("ran_out_at__isnull", True), ("state", "running")),
                fields=["ends"],
                name="clock_to_be_told_of",
            ),
        ),
        migrations.AddConstraint(
            model_name="requestclock",
            constraint=models.UniqueConstraint(fields=("request", "rule"), name="one_clock_a_rule"),
        ),
        migrations.AddConstraint(
            model_name="requestclock",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__gte", models.F("starts"))), name="clock_ends_after_its_start"
            ),
        ),
        migrations.AddIndex(
            model_name="reminder",
            index=models.Index(
                condition=models.Q(("raised_at__isnull", True)), fields=["due_at"], name="reminder_to_raise"
            ),
        ),
        migrations.AddIndex(
            model_name="reminder",
            index=models.Index(
                condition=models.Q(("raised_at__isnull", False), ("seen_at__isnull", True)),
                fields=["role", "raised_at"],
                name="reminder_unseen",
            ),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.UniqueConstraint(fields=("clock", "role"), name="one_reminder_a_role"),
        ),
    ]
