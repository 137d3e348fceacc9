"""Keeps what a letter's form was given, so that it can be set again, and who has read the words of a language."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_signatures")]

    operations = [
        migrations.AddField("document", "letter", models.JSONField(null=True)),
        migrations.AddField("document", "attachment", models.TextField(blank=True, default=""), preserve_default=False),
        migrations.AddField("document", "places", models.PositiveSmallIntegerField(default=0)),
        migrations.CreateModel(
            name="WordsReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=2)),
                ("digest", models.CharField(max_length=64)),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["language", "digest", "-at"], name="words_review_newest")],
            },
        ),
    ]
