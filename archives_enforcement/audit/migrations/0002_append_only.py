from django.db import migrations

from archives_enforcement.audit import append_only


def install(apps, schema_editor):
    append_only.install(schema_editor, "audit_auditentry")


def remove(apps, schema_editor):
    append_only.remove(schema_editor, "audit_auditentry")


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
