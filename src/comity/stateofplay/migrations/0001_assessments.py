from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Assessment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("country", models.CharField(max_length=2)),
                ("questionnaire", models.CharField(max_length=60)),
                ("edition", models.PositiveIntegerField()),
                ("asked", models.JSONField()),
                ("as_of", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "draft"), ("in-review", "in review"), ("signed-off", "signed off")],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("started_at", models.DateTimeField(editable=False)),
                ("changed_at", models.DateTimeField(editable=False)),
                ("sent_at", models.DateTimeField(editable=False, null=True)),
                ("returned_because", models.TextField(blank=True)),
                ("signed_off_at", models.DateTimeField(editable=False, null=True)),
                (
                    "sent_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "signed_off_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("-as_of", "country", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("item", models.CharField(max_length=60)),
                ("wording", models.CharField(max_length=64)),
                ("value", models.JSONField(null=True)),
                ("evidence", models.TextField(blank=True)),
                ("source", models.TextField(blank=True)),
                ("note", models.TextField(blank=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("answered_at", models.DateTimeField(editable=False)),
                (
                    "answered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="stateofplay.assessment"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.AddIndex(
            model_name="assessment",
            index=models.Index(fields=["state", "country", "as_of"], name="assessment_by_state"),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["draft", "in-review"])),
                fields=("country", "questionnaire", "as_of"),
                name="assessment_open_once_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("signed_off_by__isnull", False), ("state", "signed-off")),
                    models.Q(models.Q(("state", "signed-off"), _negated=True), ("signed_off_by__isnull", True)),
                    _connector="OR",
                ),
                name="assessment_signed_off_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.UniqueConstraint(fields=("assessment", "item"), name="answer_once_an_item"),
        ),
    ]
