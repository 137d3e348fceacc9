"""The languages in which a request's letter is written. Letters drafted before are in English."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casework", "0013_draft_versions")]

    operations = [migrations.AddField("request", "languages", models.JSONField(default=list))]
