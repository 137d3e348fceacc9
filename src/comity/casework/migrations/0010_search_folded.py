from __future__ import annotations

from typing import ClassVar

from django.db import migrations

# Letters that people leave out, type otherwise or find on another keyboard: cedilla for comma, no mark at all, the
# dotless i of Azerbaijani, ё. Й is a letter of its own, as are those of Ukrainian and Belarusian: they stay.
PLAIN = {
    "a": "àáâãäåāăą",
    "c": "çćč",
    "d": "ďđ",
    "e": "èéêëēėęěə",
    "g": "ğģ",
    "i": "ìíîïīıİ",
    "k": "ķ",
    "l": "ļľł",
    "n": "ñńņň",
    "o": "òóôõöőø",
    "r": "ŕř",
    "s": "śşšș",
    "t": "ţťț",
    "u": "ùúûüūůű",
    "y": "ýÿ",
    "z": "źżž",
    "е": "ё",
}
PAIRS = [
    (form, plain)
    for plain, letters in PLAIN.items()
    for letter in letters
    for form in sorted({letter, letter.upper()})
    if not form.isascii()
]
MARKED = "".join(form for form, _ in PAIRS)
BARE = "".join(plain for _, plain in PAIRS)

# As before; and once more without marks, where there are any.
LEXEMES = f"""
CREATE OR REPLACE FUNCTION casework_lexemes(words text, content jsonb) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    written text := coalesce(content::text, '');
    every jsonb := coalesce(content, '{{}}');
    found tsvector;
BEGIN
    IF length(written) + length(words) > 100000 THEN
        words := left(words || ' ' || written, 100000);
        every := '{{}}';
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
    IF written ~ '[{MARKED}]' OR words ~ '[{MARKED}]' THEN
        found := found || strip(to_tsvector('pg_catalog.simple'::regconfig, translate(words, '{MARKED}', '{BARE}')))
            || strip(jsonb_to_tsvector('pg_catalog.simple'::regconfig,
                translate(every::text, '{MARKED}', '{BARE}')::jsonb, '["string"]'));
    END IF;
    RETURN found;
END
$$
"""

# Whatever has no such letter would be read to the same end: only the others are read again.
AGAIN = (
    """UPDATE casework_case SET reference = reference
    WHERE reference || title || offence_summary || summary ~ %s""",
    """UPDATE casework_request SET reference = reference
    WHERE reference || their_reference || sent_reference || content::text ~ %s""",
)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("casework", "0009_amended_and_set_aside")]

    operations: ClassVar = [
        migrations.RunSQL(LEXEMES, migrations.RunSQL.noop),
        migrations.RunSQL([(again, [f"[{MARKED}]"]) for again in AGAIN], migrations.RunSQL.noop),
    ]
