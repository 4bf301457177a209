from django.db import migrations

from archives_enforcement.audit import append_only

DOCUMENT, RENDITION = "documents_document", "documents_rendition"


def install(apps, schema_editor):
    append_only.install(schema_editor, DOCUMENT, when="OLD.state = 'issued'", verbs=("UPDATE",))
    append_only.install(
        schema_editor, DOCUMENT, when="OLD.state IN ('issued', 'void')", verbs=("DELETE",)
    )
    append_only.install(schema_editor, RENDITION)


def remove(apps, schema_editor):
    append_only.remove(schema_editor, DOCUMENT)
    append_only.remove(schema_editor, RENDITION)


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
