"""信用修复: publicity that ends before its longest time."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publicity", "0001_squashed_0010_slight_penalties"),
    ]

    operations = [
        migrations.AddField(
            model_name="notice",
            name="repair_note",
            field=models.CharField(
                blank=True, editable=False, max_length=300, verbose_name="信用修复的依据"
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="repaired_on",
            field=models.DateField(editable=False, null=True, verbose_name="信用修复日期"),
        ),
    ]
