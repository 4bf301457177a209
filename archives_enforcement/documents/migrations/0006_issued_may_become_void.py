from django.db import migrations

from archives_enforcement.documents.migrations._frozen import protect_again


class Migration(migrations.Migration):
    dependencies = [("documents", "0005_review_and_records")]
    operations = [migrations.RunPython(protect_again, migrations.RunPython.noop)]
