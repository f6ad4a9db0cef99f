"""Who may do what: editors keep the catalogue, reviewers decide what readers see."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

CATALOGUE = (
    "agreement", "agreementarea", "agreementlink", "alias", "citation", "cooperationarea",
    "institution", "lifecycleevent", "organisation", "participation", "partner", "party", "person",
    "source",
)
QUESTIONS = ("matchproposal", "proposal")
IMPORTS = ("importbatch", "importedrecord")

EDITOR = (
    [f"{act}_{model}" for model in CATALOGUE for act in ("add", "change", "delete", "view")]
    + [f"{act}_{model}" for model in QUESTIONS for act in ("change", "delete", "view")]
    + [f"view_{model}" for model in IMPORTS]
    + ["change_importbatch", "delete_importedrecord", "review_agreement"]
)
REVIEWER = (
    [f"view_{model}" for model in (*CATALOGUE, *QUESTIONS, *IMPORTS)]
    + [f"change_{model}" for model in QUESTIONS]
    + ["review_agreement"]
)


def make_groups(apps, schema_editor):
    """Make both groups, with permissions that Django itself makes only after all migrations."""
    app = apps.get_app_config("agreements")
    app.models_module = True
    create_permissions(app, verbosity=0, using=schema_editor.connection.alias, apps=apps)
    app.models_module = None
    Permission = apps.get_model("auth", "Permission")
    Group = apps.get_model("auth", "Group")
    for name, codenames in (("Editor", EDITOR), ("Reviewer", REVIEWER)):
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(
            Permission.objects.filter(
                content_type__app_label="agreements", codename__in=codenames
            )
        )


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0002_catalogue"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [
        migrations.AlterModelOptions(
            name="agreement",
            options={
                "ordering": ["-sort_date", "-id"],
                "permissions": [("review_agreement", "Can publish and reject agreements")],
            },
        ),
        migrations.RunPython(make_groups, migrations.RunPython.noop),
    ]
