"""What lets web processes follow other names: the log says whose changed."""

from importlib import import_module

from django.db import migrations

triggers = import_module("agreements.migrations.0011_followed_names").triggers


class Migration(migrations.Migration):
    dependencies = [("agreements", "0013_quick_lists")]
    operations = [
        migrations.RunSQL(
            triggers({"alias": "'organisation_id', 'organisation'"}), triggers({"alias": ""})
        ),
    ]
