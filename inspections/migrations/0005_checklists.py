"""Lists that a bureau writes itself, and what keeps an adopted one as it is.

Whoever alters one of these tables later calls `remove` before it and `install` after it: SQLite
builds a table anew, and the triggers of one table ask another.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from archives_enforcement.audit import append_only

LIST, ITEM = "inspections_checklist", "inspections_checklistitem"
LINKS = {f"{ITEM}_articles": "checklistitem_id", f"{ITEM}_sources": "from_checklistitem_id"}
KEPT = "state = 'adopted'"
WHOLE = f"{KEPT} AND bureau_id IS NOT NULL"  # what comes with the system is filled after its start


def install(apps, schema_editor):
    """An adopted list changes in nothing but the day on which it ends, which is set once."""
    whole = "OLD.state = 'adopted'"
    append_only.install(
        schema_editor,
        LIST,
        when=f"{whole} AND NOT ({_only_ends(schema_editor)})",
        verbs=("UPDATE",),
    )
    append_only.install(schema_editor, LIST, when=whole, verbs=("DELETE",))
    of_list, of_item = _questions(schema_editor, "kept", KEPT)
    of_whole_list, of_whole_item = _questions(schema_editor, "whole", WHOLE)
    old, new = of_list("OLD.checklist_id"), of_list("NEW.checklist_id")
    append_only.install(schema_editor, ITEM, when=f"{old} OR {new}", verbs=("UPDATE",))
    append_only.install(schema_editor, ITEM, when=old, verbs=("DELETE",))
    new = of_whole_list("NEW.checklist_id")
    append_only.install(schema_editor, ITEM, when=new, verbs=("INSERT",))
    for table, column in LINKS.items():
        old, new = of_item(f"OLD.{column}"), of_whole_item(f"NEW.{column}")
        append_only.install(schema_editor, table, when=old, verbs=("DELETE",))
        append_only.install(schema_editor, table, when=new, verbs=("INSERT",))


def remove(apps, schema_editor):
    append_only.remove(schema_editor, LIST)
    append_only.remove(schema_editor, ITEM, verbs=("INSERT", "UPDATE", "DELETE"))
    for table in LINKS:
        append_only.remove(schema_editor, table, verbs=("INSERT", "DELETE"))


def _questions(schema_editor, name: str, condition: str):
    """Whether a list, and whether the list of an item, is so: PostgreSQL asks by a function."""
    of_list = f"SELECT {condition} FROM {LIST} WHERE id = "  # noqa: S608 - names of ours
    of_item = f"{of_list}(SELECT checklist_id FROM {ITEM} WHERE id = "  # noqa: S608
    if schema_editor.connection.vendor == "sqlite":
        return (lambda key: f"({of_list}{key})"), (lambda key: f"({of_item}{key}))")
    for what, question in (("checklist", f"{of_list}$1"), ("checklist_item", f"{of_item}$1)")):
        schema_editor.execute(
            f"CREATE OR REPLACE FUNCTION {what}_{name}(bigint) RETURNS boolean "
            f"LANGUAGE sql STABLE AS $$ {question} $$",
            params=None,
        )
    return (
        lambda key: f"coalesce(checklist_{name}({key}), false)",
        lambda key: f"coalesce(checklist_item_{name}({key}), false)",
    )


def _only_ends(schema_editor) -> str:
    same = "IS" if schema_editor.connection.vendor == "sqlite" else "IS NOT DISTINCT FROM"
    with schema_editor.connection.cursor() as cursor:
        table = schema_editor.connection.introspection.get_table_description(cursor, LIST)
    columns = {column.name for column in table} - {"valid_to"}
    kept = [f'NEW."{name}" {same} OLD."{name}"' for name in sorted(columns)]
    return " AND ".join([*kept, "OLD.valid_to IS NULL"])


def adopt_what_is_in_use(apps, schema_editor):
    """Until now every list was in force from the day it was loaded."""
    apps.get_model("inspections", "Checklist").objects.update(state="adopted")


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_rights_come_with_a_post"),
        ("documents", "0011_batches_of_every_act"),
        ("inspections", "0004_coverage"),
        ("legislation", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ScoringRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="启用日期")),
                ("excellent", models.PositiveSmallIntegerField(verbose_name="优秀（百分之）")),
                ("good", models.PositiveSmallIntegerField(verbose_name="良好（百分之）")),
                ("passing", models.PositiveSmallIntegerField(verbose_name="合格（百分之）")),
                ("points_a", models.PositiveSmallIntegerField(verbose_name="A 级事项分值")),
                ("points_b", models.PositiveSmallIntegerField(verbose_name="B 级事项分值")),
                ("points_c", models.PositiveSmallIntegerField(verbose_name="C 级事项分值")),
                (
                    "capped_by_a",
                    models.BooleanField(default=True, verbose_name="有 A 级问题的，等级不高于合格"),
                ),
                (
                    "in_letter",
                    models.BooleanField(default=False, verbose_name="得分和等级写入反馈意见书"),
                ),
                ("source", models.CharField(max_length=200, verbose_name="来源")),
            ],
            options={
                "verbose_name": "评分规则",
                "verbose_name_plural": "评分规则",
                "ordering": ["-valid_from"],
                "default_permissions": (),
            },
        ),
        migrations.AlterModelOptions(
            name="checklist",
            options={
                "default_permissions": ("view",),
                "permissions": [
                    ("draft_checklist", "编制检查清单"),
                    ("adopt_checklist", "采用检查清单"),
                ],
                "verbose_name": "检查清单",
                "verbose_name_plural": "检查清单",
            },
        ),
        migrations.AddField(
            model_name="checklist",
            name="adopted_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="采用人",
            ),
        ),
        migrations.AddField(
            model_name="checklist",
            name="adopted_on",
            field=models.DateField(editable=False, null=True, verbose_name="采用日期"),
        ),
        migrations.AddField(
            model_name="checklist",
            name="adopted_under",
            field=models.CharField(
                blank=True, editable=False, max_length=200, verbose_name="采用依据"
            ),
        ),
        migrations.AddField(
            model_name="checklist",
            name="based_on",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="inspections.checklist",
                verbose_name="蓝本",
            ),
        ),
        migrations.AddField(
            model_name="checklist",
            name="bureau",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="accounts.bureau",
                verbose_name="机关",
            ),
        ),
        migrations.AddField(
            model_name="checklist",
            name="drafted_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="起草人",
            ),
        ),
        migrations.AddField(
            model_name="checklist",
            name="minutes",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="documents.document",
                verbose_name="联席会议纪要",
            ),
        ),
        migrations.AddField(
            model_name="checklist",
            name="parts",
            field=models.ManyToManyField(
                editable=False,
                related_name="merged_into",
                to="inspections.checklist",
                verbose_name="合并的清单",
            ),
        ),
        migrations.AddField(
            model_name="checklist",
            name="series",
            field=models.SlugField(
                default="general", editable=False, max_length=40, verbose_name="清单系列"
            ),
        ),
        migrations.AddField(
            model_name="checklist",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "起草"),
                    ("submitted", "待采用"),
                    ("adopted", "已采用"),
                    ("discarded", "已放弃"),
                ],
                default="draft",
                editable=False,
                max_length=10,
                verbose_name="状态",
            ),
        ),
        migrations.AddField(
            model_name="checklistitem",
            name="condition",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="dependents",
                to="inspections.checklistitem",
                verbose_name="前提事项",
            ),
        ),
        migrations.AddField(
            model_name="checklistitem",
            name="condition_result",
            field=models.CharField(
                blank=True,
                choices=[("conforms", "符合"), ("fails", "不符合"), ("not_applicable", "不适用")],
                max_length=16,
                verbose_name="前提结果",
            ),
        ),
        migrations.AddField(
            model_name="checklistitem",
            name="points",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="分值"),
        ),
        migrations.AddField(
            model_name="checklistitem",
            name="sources",
            field=models.ManyToManyField(
                editable=False,
                related_name="answered_by",
                to="inspections.checklistitem",
                verbose_name="同时答复的事项",
            ),
        ),
        migrations.AddField(
            model_name="checklistitem",
            name="veto",
            field=models.BooleanField(default=False, verbose_name="一票否决"),
        ),
        migrations.AlterField(
            model_name="checklist",
            name="valid_from",
            field=models.DateField(null=True, verbose_name="启用日期"),
        ),
        migrations.AlterField(
            model_name="checklistitem",
            name="electronic",
            field=models.CharField(
                blank=True,
                choices=[
                    ("E1", "E1 制度和程序、过程登记"),
                    ("E2", "E2 真实性"),
                    ("E3", "E3 完整性"),
                    ("E4", "E4 可用性"),
                    ("E5", "E5 安全（网络、备份、权限、身份）"),
                    ("E6", "E6 移交等其他法定事项"),
                ],
                max_length=4,
                verbose_name="电子档案检查内容",
            ),
        ),
        migrations.AddConstraint(
            model_name="checklist",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "discarded"), _negated=True),
                fields=("bureau", "name"),
                name="checklist_one_name",
                violation_error_message="本机关已经有同名的清单，请换一个名称，便于区分版本。",
            ),
        ),
        migrations.AddConstraint(
            model_name="checklistitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("condition", None), ("condition_result", "")),
                    models.Q(
                        ("condition__isnull", False),
                        models.Q(("condition_result", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="checklist_item_condition_whole",
            ),
        ),
        migrations.AddField(
            model_name="scoringrule",
            name="bureau",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="accounts.bureau",
                verbose_name="机关",
            ),
        ),
        migrations.AddConstraint(
            model_name="scoringrule",
            constraint=models.UniqueConstraint(
                fields=("bureau", "valid_from"),
                name="scoring_rule_one_a_day",
                violation_error_message="这一天已经有一条评分规则启用，请改选启用日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="scoringrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("excellent__gt", models.F("good")),
                    ("excellent__lte", 100),
                    ("good__gt", models.F("passing")),
                ),
                name="scoring_rule_in_order",
                violation_error_message="三个比例应当从高到低：优秀、良好、合格，都不超过 100。",
            ),
        ),
        migrations.AddField(
            model_name="inspection",
            name="earned",
            field=models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="得分"),
        ),
        migrations.AddField(
            model_name="inspection",
            name="possible",
            field=models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="满分"),
        ),
        migrations.AddField(
            model_name="inspection",
            name="grade",
            field=models.CharField(
                blank=True, default="", editable=False, max_length=10, verbose_name="等级"
            ),
            preserve_default=False,
        ),
        migrations.RunPython(adopt_what_is_in_use, migrations.RunPython.noop),
        migrations.RunPython(install, remove),
    ]
