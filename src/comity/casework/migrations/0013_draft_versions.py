"""What a draft said before somebody began to change it is kept, and never changed or removed."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

APPEND_ONLY = """
CREATE FUNCTION casework_draftversion_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What a draft once said is never changed or removed.';
END
$$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON casework_draftversion
    FOR EACH ROW EXECUTE FUNCTION casework_draftversion_is_append_only();
"""

REVERSED = """
DROP TRIGGER append_only ON casework_draftversion;
DROP FUNCTION casework_draftversion_is_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0012_attachments")]

    operations = [
        migrations.CreateModel(
            name="DraftVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField()),
                ("content", models.JSONField()),
                ("kept_at", models.DateTimeField(editable=False)),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="draft_versions",
                        to="casework.request",
                    ),
                ),
            ],
            options={
                "ordering": ["version"],
                "constraints": [models.UniqueConstraint(fields=("request", "version"), name="one_state_a_version")],
            },
        ),
        migrations.RunSQL(APPEND_ONLY, REVERSED),
    ]
