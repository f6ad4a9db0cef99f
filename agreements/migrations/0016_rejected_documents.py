"""A document that tells of no agreement is rejected; only others that bring nothing failed."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0015_signings'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='queueddocument',
            name='queueddocument_state_known',
        ),
        migrations.AlterField(
            model_name='queueddocument',
            name='state',
            field=models.CharField(choices=[('waiting', 'Waiting'), ('done', 'Done'), ('rejected', 'Rejected'), ('failed', 'Failed'), ('withdrawn', 'Withdrawn')], default='waiting', max_length=9),
        ),
        migrations.AddConstraint(
            model_name='queueddocument',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'done', 'rejected', 'failed', 'withdrawn'])), name='queueddocument_state_known'),
        ),
    ]
