from django.db import migrations

from archives_enforcement.audit import append_only

WORDING, VERBS = "documents_wording", ("UPDATE",)


def install(apps, schema_editor):
    append_only.install(schema_editor, WORDING, verbs=VERBS)


def remove(apps, schema_editor):
    append_only.remove(schema_editor, WORDING, verbs=VERBS)


class Migration(migrations.Migration):
    dependencies = [("documents", "0009_seals")]

    operations = [migrations.RunPython(install, remove)]
