"""The parties of an agreement in one column, by which an import recognises a signing."""

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models

# Nothing that the history or the log of changes tells is changed.
FILL = """
ALTER TABLE agreements_agreement DISABLE TRIGGER USER;
UPDATE agreements_agreement a SET organisation_ids = found.ids
FROM (
    SELECT agreement_id, array_agg(DISTINCT organisation_id ORDER BY organisation_id) AS ids
    FROM agreements_party GROUP BY agreement_id
) AS found
WHERE found.agreement_id = a.id;
ALTER TABLE agreements_agreement ENABLE TRIGGER USER;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0014_followed_aliases'),
    ]

    operations = [
        migrations.AddField(
            model_name='agreement',
            name='organisation_ids',
            field=ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, help_text='Its parties, in order', size=None),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name='agreement',
            index=models.Index(fields=['organisation_ids', 'sort_date'], name='agreement_signing'),
        ),
    ]
