"""Indexes by which lists of names and the lists of the admin are searched and put in order."""

import django.contrib.postgres.indexes
import django.db.models.deletion
from django.contrib.postgres.indexes import OpClass
from django.db import migrations, models
from django.db.models.functions import Upper


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0012_note_words_by_index'),
    ]

    operations = [
        migrations.AlterField(
            model_name='participation',
            name='organisation',
            field=models.ForeignKey(blank=True, db_index=False, help_text='On whose behalf', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='agreements.organisation'),
        ),
        migrations.AddIndex(
            model_name='agreement',
            index=models.Index(fields=['year'], name='agreement_of_year'),
        ),
        migrations.AddIndex(
            model_name='participation',
            index=models.Index(fields=['organisation', 'person', 'agreement'], name='participation_for'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['normalised', 'id'], name='person_list'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=django.contrib.postgres.indexes.GinIndex(fields=['normalised'], name='person_trgm', opclasses=['gin_trgm_ops']),
        ),
        migrations.AddIndex(
            model_name='source',
            index=models.Index(fields=['-published_on'], name='source_list'),
        ),
        migrations.AddIndex(
            model_name='source',
            index=models.Index(fields=['language'], name='source_language'),
        ),
        migrations.AddIndex(
            model_name='source',
            index=django.contrib.postgres.indexes.GinIndex(
                OpClass(Upper('title'), 'gin_trgm_ops'),
                OpClass(Upper('publisher'), 'gin_trgm_ops'),
                OpClass(Upper('url'), 'gin_trgm_ops'),
                name='source_trgm',
            ),
        ),
    ]
