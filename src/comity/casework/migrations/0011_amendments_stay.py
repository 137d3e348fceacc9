"""What an incoming request said before it was corrected is never changed or removed."""

from __future__ import annotations

from django.db import migrations

APPEND_ONLY = """
CREATE FUNCTION casework_amendment_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What was said before a correction is never changed or removed. Correct it once more instead.';
END
$$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON casework_amendment
    FOR EACH ROW EXECUTE FUNCTION casework_amendment_is_append_only();
"""

REVERSED = """
DROP TRIGGER append_only ON casework_amendment;
DROP FUNCTION casework_amendment_is_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0010_search_folded")]

    operations = [migrations.RunSQL(APPEND_ONLY, REVERSED)]
