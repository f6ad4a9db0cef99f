"""How often each client asks the API, in a table that no crash has to bring back."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0007_changes'),
    ]

    operations = [
        migrations.CreateModel(
            name='RequestCount',
            fields=[
                ('client', models.CharField(help_text='A keyed hash', max_length=32, primary_key=True, serialize=False)),
                ('since', models.BigIntegerField(db_index=True, help_text='Seconds since 1970')),
                ('number', models.PositiveIntegerField()),
            ],
        ),
        migrations.RunSQL(
            "ALTER TABLE agreements_requestcount SET UNLOGGED",
            "ALTER TABLE agreements_requestcount SET LOGGED",
        ),
    ]
