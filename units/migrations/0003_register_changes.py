import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

FLAGS = {"key": "is_key_monitored", "backup": "is_backup_registered"}


def list_present_ones(apps, schema_editor):
    """Who is on a roll today has been since a day that nobody wrote down."""
    unit, listing = (apps.get_model("units", name) for name in ("Unit", "Listing"))
    for roll, flag in FLAGS.items():
        keys = unit.objects.filter(**{flag: True}).values_list("pk", flat=True)
        listing.objects.bulk_create(listing(unit_id=key, roll=roll) for key in keys)


class Migration(migrations.Migration):
    dependencies = [
        ("units", "0002_unit_card"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FormerName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="名称")),
                ("until", models.DateField(verbose_name="使用到")),
                ("basis", models.CharField(max_length=200, verbose_name="更名依据")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="former_names",
                        to="units.unit",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "曾用名",
                "verbose_name_plural": "曾用名",
                "ordering": ["-until", "-pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("merge", "合并"),
                            ("split", "分立"),
                            ("dissolve", "撤销"),
                            ("duplicate", "重复登记"),
                        ],
                        max_length=10,
                        verbose_name="变更",
                    ),
                ),
                ("on", models.DateField(verbose_name="变更日期")),
                ("basis", models.CharField(max_length=200, verbose_name="依据")),
                (
                    "archives_to",
                    models.CharField(blank=True, max_length=200, verbose_name="档案去向"),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="units.unit",
                        verbose_name="原单位",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="origins",
                        to="units.unit",
                        verbose_name="承继单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "单位承继",
                "verbose_name_plural": "单位承继",
                "ordering": ["on", "pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Listing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "roll",
                    models.CharField(
                        choices=[("key", "重点监控单位"), ("backup", "登记备份名册")],
                        max_length=10,
                        verbose_name="名册",
                    ),
                ),
                ("since", models.DateField(null=True, verbose_name="列入日期")),
                ("until", models.DateField(null=True, verbose_name="移出日期")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="listings",
                        to="units.unit",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "列入名册",
                "verbose_name_plural": "列入名册",
                "ordering": ["-pk"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)),
                        fields=("unit", "roll"),
                        name="unit_once_on_a_roll",
                    )
                ],
            },
        ),
        migrations.RunPython(list_present_ones, migrations.RunPython.noop),
    ]
