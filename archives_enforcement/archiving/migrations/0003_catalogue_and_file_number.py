from django.db import migrations, models

from archives_enforcement.audit import append_only

CASE_FILE = "archiving_casefile"
NOOP = migrations.RunPython.noop


def protect_again(apps, schema_editor):
    """SQLite builds the table anew for a column, and its triggers go with the old one."""
    append_only.remove(schema_editor, CASE_FILE)
    append_only.install(schema_editor, CASE_FILE, when="OLD.state = 'archived'")


class Migration(migrations.Migration):
    dependencies = [("archiving", "0002_record_sheets")]

    operations = [
        migrations.RunPython(NOOP, protect_again),
        migrations.AddField(
            model_name="casefile",
            name="catalogue",
            field=models.CharField(blank=True, default="", max_length=20, verbose_name="目录号"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="casefile",
            name="file_number",
            field=models.CharField(blank=True, default="", max_length=20, verbose_name="案卷号"),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="casefile",
            constraint=models.UniqueConstraint(
                condition=models.Q(("file_number", ""), _negated=True),
                fields=("bureau", "catalogue", "file_number"),
                name="case_file_one_per_place",
            ),
        ),
        migrations.RunPython(protect_again, NOOP),
    ]
