"""All tables of this app, as 6 migrations had made them one after another."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from archives_enforcement.first_tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("units", "0001_initial"),
        ("units", "0002_unit_card"),
        ("units", "0003_register_changes"),
        ("units", "0004_importing"),
        ("units", "0005_last_on_paper"),
        ("units", "0006_pinyin"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_squashed_0009_three_administrators"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="Unit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "party",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="unit",
                                to="accounts.party",
                                verbose_name="当事人",
                            ),
                        ),
                        (
                            "short_name",
                            models.CharField(blank=True, max_length=60, verbose_name="简称"),
                        ),
                        (
                            "initials",
                            models.CharField(
                                blank=True, db_index=True, max_length=60, verbose_name="拼音首字母"
                            ),
                        ),
                        (
                            "pinyin",
                            models.CharField(
                                blank=True, db_index=True, max_length=400, verbose_name="全拼"
                            ),
                        ),
                        (
                            "system",
                            models.CharField(blank=True, max_length=60, verbose_name="所属系统"),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="units.unit",
                                verbose_name="主管单位",
                            ),
                        ),
                        (
                            "is_key_monitored",
                            models.BooleanField(default=False, verbose_name="重点监控单位"),
                        ),
                        (
                            "is_backup_registered",
                            models.BooleanField(default=False, verbose_name="列入登记备份名册"),
                        ),
                        (
                            "archivist",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="档案工作联系人"
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=40, verbose_name="联系电话"),
                        ),
                        (
                            "is_offline",
                            models.BooleanField(
                                default=False,
                                help_text="单位不上网办理：文书直接送达或者邮寄，书面回复由综合人员代录。",
                                verbose_name="线下办理",
                            ),
                        ),
                        (
                            "last_on_paper",
                            models.DateField(
                                editable=False, null=True, verbose_name="以前的检查（纸质）"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("active", "在册"), ("closed", "已撤销")],
                                default="active",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "被检查单位",
                        "verbose_name_plural": "被检查单位",
                        "ordering": ["party__name"],
                        "permissions": [("import_units", "导入单位"), ("manage_unit", "维护单位")],
                        "default_permissions": ("view",),
                    },
                ),
                migrations.CreateModel(
                    name="Succession",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                            "successor",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="origins",
                                to="units.unit",
                                verbose_name="承继单位",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="变更日期")),
                        ("basis", models.CharField(max_length=200, verbose_name="依据")),
                        (
                            "archives_to",
                            models.CharField(blank=True, max_length=200, verbose_name="档案去向"),
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
                    ],
                    options={
                        "verbose_name": "单位承继",
                        "verbose_name_plural": "单位承继",
                        "ordering": ["on", "pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Holdings",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="holdings",
                                to="units.unit",
                                verbose_name="单位",
                            ),
                        ),
                        ("as_of", models.DateField(verbose_name="情况截至")),
                        (
                            "fonds",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="全宗（个）"
                            ),
                        ),
                        (
                            "volumes",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="案卷（卷）"
                            ),
                        ),
                        (
                            "pieces",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="文件（件）"
                            ),
                        ),
                        (
                            "digital_gb",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=10,
                                null=True,
                                verbose_name="电子档案（GB）",
                            ),
                        ),
                        (
                            "archivists",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="专兼职档案人员（人）"
                            ),
                        ),
                        (
                            "storeroom",
                            models.CharField(blank=True, max_length=200, verbose_name="库房位置"),
                        ),
                        (
                            "storeroom_area",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=8,
                                null=True,
                                verbose_name="库房面积（平方米）",
                            ),
                        ),
                        (
                            "climate",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="温湿度监测调控设备"
                            ),
                        ),
                        (
                            "fire",
                            models.CharField(blank=True, max_length=200, verbose_name="消防设施"),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="说明")),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="登记人",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "保管情况",
                        "verbose_name_plural": "保管情况",
                        "ordering": ["-as_of", "-pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="FormerName",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="former_names",
                                to="units.unit",
                                verbose_name="单位",
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="名称")),
                        ("until", models.DateField(verbose_name="使用到")),
                        ("basis", models.CharField(max_length=200, verbose_name="更名依据")),
                    ],
                    options={
                        "verbose_name": "曾用名",
                        "verbose_name_plural": "曾用名",
                        "ordering": ["-until", "-pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="UnitImport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "bureau",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="accounts.bureau",
                                verbose_name="机关",
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="文件名")),
                        ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                        ("sm3", models.CharField(max_length=64, verbose_name="SM3")),
                        ("rows", models.PositiveIntegerField(verbose_name="行数")),
                        (
                            "started_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="导入人",
                            ),
                        ),
                        ("started_at", models.DateTimeField(verbose_name="导入时间")),
                        (
                            "finished_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="完成时间"
                            ),
                        ),
                        (
                            "counts",
                            models.JSONField(default=dict, editable=False, verbose_name="结果"),
                        ),
                        (
                            "refusal",
                            models.TextField(
                                blank=True, editable=False, verbose_name="没有导入的原因"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "单位导入",
                        "verbose_name_plural": "单位导入",
                        "ordering": ["-pk"],
                        "abstract": False,
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Listing",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="listings",
                                to="units.unit",
                                verbose_name="单位",
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
                migrations.CreateModel(
                    name="ContactPerson",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="people",
                                to="units.unit",
                                verbose_name="单位",
                            ),
                        ),
                        ("name", models.CharField(max_length=60, verbose_name="姓名")),
                        (
                            "post",
                            models.CharField(
                                choices=[
                                    ("leader", "分管领导"),
                                    ("section", "科室负责人"),
                                    ("archivist", "档案员"),
                                    ("other", "其他"),
                                ],
                                max_length=10,
                                verbose_name="分工",
                            ),
                        ),
                        ("phone", models.CharField(blank=True, max_length=40, verbose_name="电话")),
                        (
                            "is_preferred",
                            models.BooleanField(default=False, verbose_name="首选联系人"),
                        ),
                        ("since", models.DateField(verbose_name="起始日期")),
                        (
                            "until",
                            models.DateField(editable=False, null=True, verbose_name="截止日期"),
                        ),
                    ],
                    options={
                        "verbose_name": "联系人",
                        "verbose_name_plural": "联系人",
                        "ordering": ["-is_preferred", "pk"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("is_preferred", True), ("until", None)),
                                fields=("unit",),
                                name="unit_one_preferred_contact",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
