"""Every new word is looked up in the B-tree, whatever the planner believes of the table.

No statistics tell of a table that is just being filled, and a trigger's plan is kept as long as
its session: all of the table, or of its index of trigrams, was read for every word.
"""

from typing import ClassVar

from django.db import migrations

_NOTE = """
CREATE OR REPLACE FUNCTION agreements_note_words() RETURNS trigger LANGUAGE plpgsql {options} AS $$
BEGIN
    -- Never waits for another transaction that notes the same word, as a unique index would.
    INSERT INTO agreements_searchword (word)
    SELECT word FROM (
        SELECT DISTINCT lexeme AS word
        FROM new_rows, unnest(ts_filter(search_vector, '{{b}}'))
        WHERE length(lexeme) > 2
    ) AS found
    WHERE NOT EXISTS (
        SELECT FROM agreements_searchword AS known WHERE known.word {equals}
    );
    RETURN NULL;
END $$
"""


class Migration(migrations.Migration):
    """Replace the function of the triggers."""

    dependencies: ClassVar = [("agreements", "0011_followed_names")]

    operations: ClassVar = [
        migrations.RunSQL(
            # The index of trigrams answers to equality, but not to an order.
            _NOTE.format(
                options="SET enable_seqscan = off",
                equals="BETWEEN found.word AND found.word OFFSET 0",
            ),
            _NOTE.format(options="", equals="= found.word"),
        )
    ]
