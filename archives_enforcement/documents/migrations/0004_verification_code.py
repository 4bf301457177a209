from django.db import migrations, models

from archives_enforcement.documents.migrations._frozen import protect_again


class Migration(migrations.Migration):
    dependencies = [("documents", "0003_delivery_attempts_and_addresses")]
    operations = [
        migrations.RunPython(migrations.RunPython.noop, protect_again),
        migrations.AlterField(
            model_name="document",
            name="verification_code",
            field=models.CharField(
                editable=False, max_length=26, null=True, unique=True, verbose_name="核验码"
            ),
        ),
        migrations.RunPython(protect_again, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="rendition",
            index=models.Index(fields=["sha256"], name="documents_r_sha256_893e64_idx"),
        ),
    ]
