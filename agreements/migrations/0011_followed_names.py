"""What lets web processes follow the lists of people and sources: the log says which changed, and
which agreements name other ones."""

from django.db import migrations

ARGUMENTS = {
    "participation": "'agreement_id', 'agreement'",
    "citation": "'agreement_id', 'agreement'",
    "person": "'id', 'person'",
    "source": "'id', 'source'",
}
ROWS = {
    "INSERT": "REFERENCING NEW TABLE AS new_rows",
    "UPDATE": "REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows",
    "DELETE": "REFERENCING OLD TABLE AS old_rows",
}


def triggers(arguments):
    """The triggers of these tables, in place of those that there are."""
    return "".join(
        f"DROP TRIGGER log_{operation.lower()} ON agreements_{table};\n"
        f"CREATE TRIGGER log_{operation.lower()} AFTER {operation} ON agreements_{table} {rows} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION agreements_log_change({given});\n"
        for table, given in arguments.items()
        for operation, rows in ROWS.items()
    )


class Migration(migrations.Migration):
    dependencies = [("agreements", "0010_list_orders")]
    operations = [
        migrations.RunSQL(triggers(ARGUMENTS), triggers(dict.fromkeys(ARGUMENTS, ""))),
    ]
