from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("stateofplay", "0001_assessments"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Amendment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("country", models.CharField(max_length=2)),
                ("article", models.CharField(max_length=20)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in-consultation", "in consultation"),
                            ("before-parliament", "before parliament"),
                            ("adopted", "adopted"),
                            ("in-force", "in force"),
                            ("dropped", "dropped"),
                        ],
                        default="draft",
                        max_length=17,
                    ),
                ),
                ("missing", models.TextField(blank=True)),
                ("wording", models.TextField(blank=True)),
                ("bill", models.CharField(blank=True, max_length=200)),
                ("remarks", models.TextField(blank=True)),
                ("checks", models.JSONField(default=dict)),
                ("version", models.PositiveIntegerField(default=1)),
                ("started_at", models.DateTimeField(editable=False)),
                ("changed_at", models.DateTimeField(editable=False)),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("country", "article", "-id"),
            },
        ),
        migrations.CreateModel(
            name="AmendmentStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in-consultation", "in consultation"),
                            ("before-parliament", "before parliament"),
                            ("adopted", "adopted"),
                            ("in-force", "in force"),
                            ("dropped", "dropped"),
                        ],
                        max_length=17,
                    ),
                ),
                ("day", models.DateField()),
                ("remark", models.TextField(blank=True)),
                ("source", models.TextField(blank=True)),
                ("noted_at", models.DateTimeField(editable=False)),
                (
                    "amendment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="stateofplay.amendment"
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("list_id", models.CharField(max_length=60)),
                ("number", models.CharField(max_length=20)),
                ("country", models.CharField(max_length=2)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("unknown", "not known"),
                            ("not-started", "not started"),
                            ("under-way", "under way"),
                            ("done", "done"),
                            ("not-applicable", "not applicable"),
                        ],
                        default="unknown",
                        max_length=14,
                    ),
                ),
                ("responsible", models.CharField(blank=True, max_length=200)),
                ("due", models.DateField(null=True)),
                ("evidence", models.TextField(blank=True)),
                ("next_step", models.TextField(blank=True)),
                ("activity", models.CharField(blank=True, max_length=200)),
                ("source", models.TextField(blank=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(editable=False)),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("list_id", "number", "country"),
            },
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["in-force", "dropped"]), _negated=True),
                fields=("country", "article"),
                name="amendment_under_way_once_a_gap",
            ),
        ),
        migrations.AddIndex(
            model_name="followup",
            index=models.Index(fields=["due"], name="follow_up_by_due"),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.UniqueConstraint(
                fields=("list_id", "number", "country"), name="follow_up_once_a_country"
            ),
        ),
    ]
