from __future__ import annotations

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

# One document per row: every word as it is written, and its stems. English and Russian always (the Russian
# configuration stems ASCII words as English); the others where their letters occur, since each reading of a text costs
# as much as the first. A tsvector holds a megabyte: of what is longer than any letter, the beginning is read.
LEXEMES = """
CREATE FUNCTION casework_lexemes(words text, content jsonb) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    written text := coalesce(content::text, '');
    every jsonb := coalesce(content, '{}');
    found tsvector;
BEGIN
    IF length(written) + length(words) > 100000 THEN
        words := left(words || ' ' || written, 100000);
        every := '{}';
    END IF;
    found := to_tsvector('pg_catalog.simple'::regconfig, words)
        || jsonb_to_tsvector('pg_catalog.simple'::regconfig, every, '["string"]')
        || strip(to_tsvector('pg_catalog.russian'::regconfig, words))
        || strip(jsonb_to_tsvector('pg_catalog.russian'::regconfig, every, '["string"]'));
    IF written ~ '[àâçéèêëîïôùûœ]' OR words ~ '[àâçéèêëîïôùûœ]' THEN
        found := found || strip(to_tsvector('pg_catalog.french'::regconfig, words))
            || strip(jsonb_to_tsvector('pg_catalog.french'::regconfig, every, '["string"]'));
    END IF;
    IF written ~ '[ăâîșțşţ]' OR words ~ '[ăâîșțşţ]' THEN
        found := found || strip(to_tsvector('pg_catalog.romanian'::regconfig, words))
            || strip(jsonb_to_tsvector('pg_catalog.romanian'::regconfig, every, '["string"]'));
    END IF;
    IF written ~ '[ա-և]' OR words ~ '[ա-և]' THEN
        found := found || strip(to_tsvector('pg_catalog.armenian'::regconfig, words))
            || strip(jsonb_to_tsvector('pg_catalog.armenian'::regconfig, every, '["string"]'));
    END IF;
    RETURN found;
END
$$
"""

# The columns are no fields of the models: whoever reads a request would fetch kilobytes that only an index needs.
COLUMNS = """
ALTER TABLE casework_case ADD COLUMN search tsvector GENERATED ALWAYS AS (
    casework_lexemes(reference || ' ' || title || ' ' || offence_summary || ' ' || summary, NULL)
) STORED;
ALTER TABLE casework_request ADD COLUMN search tsvector GENERATED ALWAYS AS (
    casework_lexemes(reference || ' ' || their_reference || ' ' || sent_reference, content)
) STORED;
CREATE INDEX case_search ON casework_case USING gin (search);
CREATE INDEX request_search ON casework_request USING gin (search);
"""

# Which states go with which kinds and countries: without it, PostgreSQL takes a rare mixture for a frequent one and
# walks a whole index to find it.
TOGETHER = """
CREATE STATISTICS casework_request_together (dependencies, mcv)
    ON direction, state, kind, counterpart, urgent FROM casework_request
"""


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0007_incoming"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunSQL(LEXEMES, "DROP FUNCTION casework_lexemes(text, jsonb)"),
        migrations.RunSQL(
            COLUMNS, "ALTER TABLE casework_request DROP COLUMN search; ALTER TABLE casework_case DROP COLUMN search"
        ),
        migrations.RunSQL(TOGETHER, "DROP STATISTICS casework_request_together"),
        migrations.CreateModel(
            name="SavedFilter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60)),
                ("query", models.CharField(max_length=500)),
                ("saved_at", models.DateTimeField(editable=False)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="saved_filters",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"ordering": ("name",)},
        ),
        migrations.AddConstraint(
            model_name="savedfilter",
            constraint=models.UniqueConstraint(fields=("owner", "name"), name="filter_name_once_a_user"),
        ),
        migrations.RemoveIndex(model_name="requestidentifier", name="identifier_by_value"),
        migrations.AddIndex(
            model_name="requestidentifier",
            index=models.Index(fields=["value", "type", "request"], name="identifier_by_value"),
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(fields=["-changed_at", "-id"], name="request_last_changed"),
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(fields=["kind", "-changed_at", "-id"], name="request_by_kind"),
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(fields=["drafted_by", "-changed_at", "-id"], name="request_by_drafter"),
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "draft",
                            "in-review",
                            "approved",
                            "signed",
                            "ready",
                            "sent",
                            "received",
                            "acknowledged",
                            "more-needed",
                            "in-consultation",
                            "postponed",
                            "forwarded",
                        ],
                    )
                ),
                fields=["-changed_at", "-id"],
                name="request_open",
            ),
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(
                condition=models.Q(("state", "draft"), models.Q(("return_reason", ""), _negated=True)),
                fields=["-changed_at", "-id"],
                name="request_returned",
            ),
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(
                condition=models.Q(("urgent", True)), fields=["-changed_at", "-id"], name="request_urgent"
            ),
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(
                django.db.models.functions.text.Upper("their_reference"),
                condition=models.Q(("their_reference", ""), _negated=True),
                name="request_their_reference",
            ),
        ),
    ]
