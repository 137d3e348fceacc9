from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("casework", "0004_clocks")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="Tally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.DateField()),
                (
                    "direction",
                    models.CharField(choices=[("outgoing", "From us"), ("incoming", "To us")], max_length=8),
                ),
                ("country", models.CharField(blank=True, max_length=2)),
                ("family", models.CharField(blank=True, max_length=12)),
                ("what", models.CharField(max_length=13)),
                ("key", models.CharField(max_length=120)),
                ("count", models.BigIntegerField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("country", "month", "direction", "family", "what", "key"),
                        include=("count",),
                        name="one_tally_a_cell",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TallyCursor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sequence", models.BigIntegerField(default=0)),
                ("counted_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="one_tally_cursor")],
            },
        ),
    ]
