from django.db import migrations


class Migration(migrations.Migration):
    """Kept for databases that have applied it: what it did stands in 0001 now."""

    dependencies = [("inspections", "0001_initial")]

    operations = []
