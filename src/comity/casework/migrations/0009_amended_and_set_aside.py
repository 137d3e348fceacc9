from __future__ import annotations

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("casework", "0008_lists"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Amendment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField()),
                ("at", models.DateTimeField(editable=False)),
                ("reason", models.TextField()),
                ("before", models.JSONField()),
                ("entry", models.BigIntegerField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="amendments", to="casework.request"
                    ),
                ),
            ],
            options={"ordering": ["version"]},
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.UniqueConstraint(fields=("request", "version"), name="one_amendment_a_version"),
        ),
        migrations.AddField(model_name="arrival", name="set_aside_at", field=models.DateTimeField(null=True)),
        migrations.AddField(
            model_name="arrival",
            name="set_aside_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="arrival", name="set_aside_ground", field=models.CharField(blank=True, max_length=20)
        ),
        migrations.AddField(model_name="arrival", name="set_aside_reason", field=models.TextField(blank=True)),
        migrations.AddConstraint(
            model_name="arrival",
            constraint=models.CheckConstraint(
                condition=models.Q(("set_aside_at", None), ("request", None), _connector="OR"),
                name="set_aside_or_registered",
            ),
        ),
    ]
