"""Attachments and sworn translations of requests; an attachment, once there, stays what it is."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

STAYS = """
CREATE FUNCTION casework_attachment_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.digest <> NEW.digest OR OLD.content IS NULL THEN
        RAISE EXCEPTION 'An attachment is never changed or deleted. Take it out, and add another.';
    END IF;
    IF NEW.content IS NOT NULL AND NEW.content <> OLD.content THEN
        RAISE EXCEPTION 'The bytes of an attachment never change. Take it out, and add another.';
    END IF;
    IF NEW.content IS NULL AND EXISTS (
        SELECT 1 FROM casework_request WHERE id = OLD.request_id AND listed IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'A signed letter lists this attachment, so it is not taken out.';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON casework_attachment
    FOR EACH ROW EXECUTE FUNCTION casework_attachment_stays();
"""

REVERSED = """
DROP TRIGGER stays ON casework_attachment;
DROP FUNCTION casework_attachment_stays();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0011_amendments_stay"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="request",
            name="listed",
            field=models.JSONField(null=True),
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("court-order", "Court order"),
                            ("sworn-translation", "Sworn translation"),
                            ("translation", "Translation"),
                            ("law", "Annex: statement of law"),
                            ("record", "Annex: record"),
                            ("other", "Other"),
                        ],
                        max_length=20,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("name", models.CharField(max_length=120)),
                ("media_type", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("language", models.CharField(blank=True, max_length=3)),
                ("pages", models.PositiveIntegerField(null=True)),
                ("content", models.BinaryField(null=True)),
                ("added_at", models.DateTimeField(editable=False)),
                ("removed_at", models.DateTimeField(null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attachments", to="casework.request"
                    ),
                ),
                (
                    "translates",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="translated",
                        to="casework.attachment",
                    ),
                ),
            ],
            options={
                "ordering": ("request_id", "number"),
            },
        ),
        migrations.CreateModel(
            name="Translation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("language", models.CharField(max_length=3)),
                ("translator", models.CharField(blank=True, max_length=200)),
                ("demanded", models.BooleanField(default=False)),
                ("due_on", models.DateField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ordered", "Ordered"),
                            ("delivered", "Delivered, not certified"),
                            ("certified", "Certified"),
                            ("redo", "To be done again"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="ordered",
                        max_length=10,
                    ),
                ),
                ("certified_by", models.CharField(blank=True, max_length=200)),
                ("certified_on", models.DateField(null=True)),
                ("reason", models.TextField(blank=True)),
                ("ordered_at", models.DateTimeField(editable=False)),
                ("changed_at", models.DateTimeField(editable=False)),
                (
                    "file",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="translation",
                        to="casework.attachment",
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casework.attachment",
                    ),
                ),
                (
                    "ordered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="translations", to="casework.request"
                    ),
                ),
            ],
            options={
                "ordering": ("request_id", "number"),
            },
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.UniqueConstraint(fields=("request", "number"), name="attachment_number_once"),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("removed_at", None)), fields=("request", "digest"), name="attachment_file_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("content__isnull", False), ("removed_at", None), ("removed_by", None)),
                    models.Q(("content", None), ("removed_at__isnull", False), ("removed_by__isnull", False)),
                    _connector="OR",
                ),
                name="attachment_there_or_removed",
            ),
        ),
        migrations.AddConstraint(
            model_name="translation",
            constraint=models.UniqueConstraint(fields=("request", "number"), name="translation_number_once"),
        ),
        migrations.AddConstraint(
            model_name="translation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("file__isnull", False), ("state__in", ["delivered", "certified"])),
                    models.Q(("file", None), ("state__in", ["ordered", "redo", "cancelled"])),
                    _connector="OR",
                ),
                name="translation_has_its_file",
            ),
        ),
        migrations.AddConstraint(
            model_name="translation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("certified_on__isnull", False),
                        ("state", "certified"),
                        models.Q(("certified_by", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("state", "certified"), _negated=True), ("certified_by", ""), ("certified_on", None)
                    ),
                    _connector="OR",
                ),
                name="certified_by_somebody_on_a_day",
            ),
        ),
        migrations.RunSQL(STAYS, REVERSED),
    ]
