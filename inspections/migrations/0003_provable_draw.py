import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from archives_enforcement.audit import append_only

DRAW = "inspections_draw"
ENTERED_ONCE = {  # after the 公示: column → how it looks before
    "contribution": "= ''",
    "contributed_at": "IS NULL",
    "number": "= ''",
    "seed": "= ''",
    "result": "= ''",
    "drawn_at": "IS NULL",
    "drawn_by_id": "IS NULL",
    "redraw_reason": "= ''",
}


def install(apps, schema_editor):
    """From the 公示 on a draw stays as it is, but for its state and what is entered once."""
    changed = f"OLD.state <> 'draft' AND NOT ({_as_published(schema_editor)})"
    append_only.install(schema_editor, DRAW, when=changed, verbs=("UPDATE",))
    append_only.install(schema_editor, DRAW, when="OLD.state <> 'draft'", verbs=("DELETE",))


def remove(apps, schema_editor):
    append_only.remove(schema_editor, DRAW)


def _as_published(schema_editor) -> str:
    same = "IS" if schema_editor.connection.vendor == "sqlite" else "IS NOT DISTINCT FROM"
    with schema_editor.connection.cursor() as cursor:
        table = schema_editor.connection.introspection.get_table_description(cursor, DRAW)
    conditions = {
        column.name: f'NEW."{column.name}" {same} OLD."{column.name}"'
        for column in table
        if column.name != "state"
    }
    for name, before in ENTERED_ONCE.items():
        conditions[name] = f'({conditions[name]} OR OLD."{name}" {before})'
    return " AND ".join(conditions.values())


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_rights_come_with_a_post"),
        ("inspections", "0002_initial"),
        ("units", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="planitem",
            name="drawn_officers",
            field=models.ManyToManyField(
                editable=False,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="抽中的执法人员",
            ),
        ),
        migrations.CreateModel(
            name="Draw",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="名称")),
                ("kinds", models.JSONField(blank=True, default=list, verbose_name="单位性质")),
                ("unit_count", models.PositiveSmallIntegerField(verbose_name="抽取单位数")),
                (
                    "officer_count",
                    models.PositiveSmallIntegerField(
                        default=2, verbose_name="每个单位的执法人员数"
                    ),
                ),
                (
                    "enterprise_cap",
                    models.PositiveSmallIntegerField(
                        default=1, verbose_name="同一企业每年检查次数上限"
                    ),
                ),
                ("source", models.CharField(max_length=200, verbose_name="公布的数的来源")),
                ("announced_at", models.DateTimeField(verbose_name="公布的数的公布时间")),
                ("place", models.CharField(max_length=100, verbose_name="抽取地点")),
                ("witness_name", models.CharField(max_length=60, verbose_name="监督人姓名")),
                ("witness_post", models.CharField(max_length=100, verbose_name="监督人单位和职务")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "准备中"),
                            ("published", "已公示"),
                            ("contributed", "待抽取"),
                            ("drawn", "已抽取"),
                            ("adopted", "已采用"),
                            ("redrawn", "已重新抽取"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                ("frozen", models.TextField(blank=True, editable=False, verbose_name="公示内容")),
                ("keys", models.JSONField(default=dict, editable=False, verbose_name="名单所指")),
                (
                    "digest",
                    models.CharField(
                        blank=True, editable=False, max_length=64, verbose_name="摘要"
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="公示时间"),
                ),
                (
                    "contribution",
                    models.CharField(
                        blank=True, editable=False, max_length=60, verbose_name="监督人给出的内容"
                    ),
                ),
                (
                    "contributed_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="监督人给出的时间"
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        blank=True, editable=False, max_length=60, verbose_name="公布的数"
                    ),
                ),
                (
                    "seed",
                    models.CharField(
                        blank=True, editable=False, max_length=64, verbose_name="种子"
                    ),
                ),
                ("result", models.TextField(blank=True, editable=False, verbose_name="抽取结果")),
                (
                    "drawn_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="抽取时间"),
                ),
                (
                    "redraw_reason",
                    models.CharField(
                        blank=True, editable=False, max_length=500, verbose_name="重新抽取的原因"
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
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="经办人",
                    ),
                ),
                (
                    "drawn_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="抽取人",
                    ),
                ),
                (
                    "redraw_of",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="redraw",
                        to="inspections.draw",
                        verbose_name="重新抽取的是",
                    ),
                ),
            ],
            options={
                "verbose_name": "随机抽取",
                "verbose_name_plural": "随机抽取",
                "ordering": ["-pk"],
                "permissions": [
                    ("prepare_draw", "准备抽取"),
                    ("publish_draw", "公示抽取名单"),
                    ("hold_draw", "进行抽取"),
                    ("adopt_draw", "采用抽取结果"),
                ],
                "default_permissions": ("view",),
            },
        ),
        migrations.AddField(
            model_name="planitem",
            name="draw",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="items",
                to="inspections.draw",
                verbose_name="随机抽取",
            ),
        ),
        migrations.CreateModel(
            name="DrawExclusion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.CharField(max_length=100, verbose_name="原因")),
                (
                    "draw",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="exclusions",
                        to="inspections.draw",
                        verbose_name="随机抽取",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="执法人员",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="units.unit",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "不列入名单",
                "verbose_name_plural": "不列入名单",
                "ordering": ["pk"],
                "default_permissions": (),
            },
        ),
        migrations.AddConstraint(
            model_name="draw",
            constraint=models.CheckConstraint(
                condition=models.Q(("enterprise_cap__gte", 1), ("unit_count__gte", 1)),
                name="draw_of_some",
                violation_error_message="抽取单位数和企业检查次数上限至少是 1。",
            ),
        ),
        migrations.AddConstraint(
            model_name="draw",
            constraint=models.CheckConstraint(
                condition=models.Q(("officer_count__gte", 2)),
                name="draw_two_officers_each",
                violation_error_message="每个单位至少抽取两名执法人员。依据：本机关检查工作规范；对处罚案件为《中华人民共和国行政处罚法》第四十二条。",
            ),
        ),
        migrations.AddConstraint(
            model_name="drawexclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(("unit", None), ("officer", None), _connector="XOR"),
                name="draw_exclusion_of_one",
                violation_error_message="请选择一个单位，或者一名执法人员。",
            ),
        ),
        migrations.AddConstraint(
            model_name="drawexclusion",
            constraint=models.UniqueConstraint(
                fields=("draw", "unit"), name="draw_exclusion_unit_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="drawexclusion",
            constraint=models.UniqueConstraint(
                fields=("draw", "officer"), name="draw_exclusion_officer_once"
            ),
        ),
        migrations.RunPython(install, remove),
    ]
