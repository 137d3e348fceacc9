import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0002_case_by_title"),
        ("documents", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="RequestIdentifier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("type", models.CharField(max_length=40)),
                ("value", models.CharField(max_length=500)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="request",
            name="signed_only_with_four_eyes",
        ),
        migrations.RemoveConstraint(
            model_name="request",
            name="sent_has_a_day",
        ),
        migrations.AddField(
            model_name="request",
            name="counterpart",
            field=models.CharField(default="", max_length=2),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="request",
            name="direction",
            field=models.CharField(
                choices=[("outgoing", "From us"), ("incoming", "To us")], default="outgoing", max_length=8
            ),
        ),
        migrations.AddField(
            model_name="request",
            name="follows",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="followers", to="casework.request"
            ),
        ),
        migrations.AddField(
            model_name="request",
            name="received_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="request",
            name="their_reference",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="request",
            name="urgent",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="request",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "Draft"),
                    ("in-review", "In review"),
                    ("approved", "Approved"),
                    ("signed", "Signed"),
                    ("ready", "Ready to send"),
                    ("sent", "Sent"),
                    ("received", "Received"),
                    ("acknowledged", "Acknowledged"),
                    ("more-needed", "More information needed"),
                    ("in-consultation", "In consultation"),
                    ("postponed", "Postponed"),
                    ("forwarded", "Forwarded"),
                    ("executed", "Executed"),
                    ("partly-executed", "Partly executed"),
                    ("refused", "Refused"),
                    ("withdrawn", "Withdrawn"),
                ],
                default="draft",
                max_length=15,
            ),
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(fields=["direction", "state", "-changed_at", "-id"], name="request_by_direction"),
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(fields=["counterpart", "-changed_at", "-id"], name="request_by_counterpart"),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("direction", "incoming"),
                    models.Q(
                        (
                            "state__in",
                            [
                                "signed",
                                "ready",
                                "sent",
                                "acknowledged",
                                "more-needed",
                                "in-consultation",
                                "postponed",
                                "forwarded",
                                "executed",
                                "partly-executed",
                                "refused",
                            ],
                        ),
                        _negated=True,
                    ),
                    models.Q(
                        ("approved_by__isnull", False),
                        ("document__isnull", False),
                        ("signed_by__isnull", False),
                        models.Q(("approved_by", models.F("drafted_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="signed_only_with_four_eyes",
            ),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("direction", "incoming"),
                    models.Q(
                        (
                            "state__in",
                            [
                                "sent",
                                "acknowledged",
                                "more-needed",
                                "in-consultation",
                                "postponed",
                                "forwarded",
                                "executed",
                                "partly-executed",
                                "refused",
                            ],
                        ),
                        _negated=True,
                    ),
                    ("sent_on__isnull", False),
                    _connector="OR",
                ),
                name="sent_has_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("direction", "outgoing"), ("received_at__isnull", True)),
                    models.Q(("direction", "incoming"), ("received_at__isnull", False), ("sent_on__isnull", True)),
                    _connector="OR",
                ),
                name="incoming_has_a_moment",
            ),
        ),
        migrations.AddField(
            model_name="requestidentifier",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="named_identifiers", to="casework.request"
            ),
        ),
        migrations.AddIndex(
            model_name="requestidentifier",
            index=models.Index(fields=["value", "type"], name="identifier_by_value"),
        ),
        migrations.AddConstraint(
            model_name="requestidentifier",
            constraint=models.UniqueConstraint(
                fields=("request", "type", "value"), name="identifier_once_in_a_request"
            ),
        ),
        migrations.RunSQL(
            "UPDATE casework_request SET counterpart = requested_country, "
            "urgent = coalesce(content ->> 'urgency' = 'urgent', false)",
            migrations.RunSQL.noop,
        ),
    ]
