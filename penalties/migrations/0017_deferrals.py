import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0015_handed_over_by_officers"),
        ("penalties", "0016_once_and_by_whom"),
    ]
    operations = [
        migrations.CreateModel(
            name="Deferral",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("later", "批准延期缴纳"),
                            ("parts", "批准分期缴纳"),
                            ("refused", "不予批准"),
                        ],
                        max_length=8,
                        verbose_name="批准情况",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deferrals",
                        to="penalties.case",
                        verbose_name="案件",
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="documents.document",
                        verbose_name="通知书",
                    ),
                ),
            ],
            options={
                "verbose_name": "延期、分期缴纳的答复",
                "verbose_name_plural": "延期、分期缴纳的答复",
                "ordering": ["case", "pk"],
                "default_permissions": (),
            },
        ),
    ]
