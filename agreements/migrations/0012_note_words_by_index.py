"""Words are looked up by their index, however small the table was when a session first did so.

A trigger's plan is kept as long as its session: one that was made for an empty table reads all of
a table that has since grown, for every word.
"""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    """Forbid the plan that an empty table invites."""

    dependencies: ClassVar = [("agreements", "0011_followed_names")]

    operations: ClassVar = [
        migrations.RunSQL(
            "ALTER FUNCTION agreements_note_words() SET enable_seqscan = off",
            "ALTER FUNCTION agreements_note_words() RESET enable_seqscan",
        )
    ]
