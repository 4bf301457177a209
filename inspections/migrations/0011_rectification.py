"""整改: requests beside reports, parts that are done, reminders, the ladder, questions."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def let_requests_wait_beside(apps, schema_editor):
    """A request no longer holds its problem in review: what must be done goes on meanwhile."""
    finding = apps.get_model("inspections", "Finding")
    reply = apps.get_model("inspections", "Reply").objects
    waiting = reply.filter(outcome="", kind__in=("more_time", "objection"))
    finding.objects.filter(state="replied", pk__in=waiting.values("finding")).update(state="open")


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_fonds_number"),
        ("documents", "0012_signed_scans"),
        ("inspections", "0010_exhibit_numbers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="finding",
            name="owner",
            field=models.CharField(blank=True, max_length=100, verbose_name="责任人"),
        ),
        migrations.AddField(
            model_name="finding",
            name="paused_on",
            field=models.DateField(editable=False, null=True, verbose_name="暂停整改日期"),
        ),
        migrations.AddField(
            model_name="finding",
            name="progress",
            field=models.PositiveSmallIntegerField(
                default=0, editable=False, verbose_name="完成比例（%）"
            ),
        ),
        migrations.AddField(
            model_name="reply",
            name="share",
            field=models.PositiveSmallIntegerField(
                blank=True,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(99),
                ],
                verbose_name="完成比例（%）",
            ),
        ),
        migrations.AlterField(
            model_name="reply",
            name="kind",
            field=models.CharField(
                choices=[
                    ("fixed", "已经改好"),
                    ("partly", "改好了一部分"),
                    ("more_time", "需要多一些时间"),
                    ("objection", "我们有不同意见"),
                ],
                max_length=10,
                verbose_name="回复",
            ),
        ),
        migrations.AlterField(
            model_name="reply",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("accepted", "同意"),
                    ("returned", "退回"),
                    ("refused", "不同意"),
                    ("withdrawn", "不再需要"),
                    ("aside", "同时提交，未采用"),
                ],
                max_length=10,
                verbose_name="复核结果",
            ),
        ),
        migrations.CreateModel(
            name="Escalation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("inquiry", "函询"),
                            ("circular", "工作通报"),
                            ("proposal", "处理建议"),
                            ("lead", "转为线索"),
                        ],
                        max_length=10,
                        verbose_name="措施",
                    ),
                ),
                ("reason", models.TextField(verbose_name="事由")),
                ("taken_on", models.DateField(verbose_name="办理日期")),
                (
                    "document",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="documents.document",
                        verbose_name="文书",
                    ),
                ),
                (
                    "findings",
                    models.ManyToManyField(
                        related_name="escalations",
                        to="inspections.finding",
                        verbose_name="没有改好的问题",
                    ),
                ),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="escalations",
                        to="inspections.inspection",
                        verbose_name="检查",
                    ),
                ),
                (
                    "lead",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="inspections.lead",
                        verbose_name="线索",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="办理人",
                    ),
                ),
            ],
            options={
                "verbose_name": "督促措施",
                "verbose_name_plural": "督促措施",
                "ordering": ["pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="提问")),
                ("asked_on", models.DateField(verbose_name="提问日期")),
                ("answer", models.TextField(blank=True, verbose_name="答复")),
                ("answered_on", models.DateField(null=True, verbose_name="答复日期")),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="答复人",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提问人",
                    ),
                ),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="inspections.finding",
                        verbose_name="问题",
                    ),
                ),
            ],
            options={
                "verbose_name": "单位的提问",
                "verbose_name_plural": "单位的提问",
                "ordering": ["pk"],
                "permissions": [("answer_question", "答复单位的提问")],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="RectificationRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="启用日期")),
                (
                    "remind_before",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(15),
                        ],
                        verbose_name="到期前几个工作日提醒",
                    ),
                ),
                ("talk_first", models.BooleanField(default=True, verbose_name="函询以前应当约谈")),
                (
                    "inquiry_first",
                    models.BooleanField(default=True, verbose_name="工作通报以前应当函询"),
                ),
                (
                    "circular_first",
                    models.BooleanField(
                        default=True, verbose_name="处理建议、转线索以前应当工作通报"
                    ),
                ),
                ("source", models.CharField(max_length=200, verbose_name="来源")),
                (
                    "bureau",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="accounts.bureau",
                        verbose_name="机关",
                    ),
                ),
            ],
            options={
                "verbose_name": "整改规则",
                "verbose_name_plural": "整改规则",
                "ordering": ["-valid_from"],
                "permissions": [("set_rectification_rule", "设定整改规则")],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("bureau", "valid_from"),
                        name="rectification_rule_one_a_day",
                        violation_error_message="这一天已经有一条整改规则启用，请改选启用日期。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[("before", "到期前"), ("due", "到期"), ("after", "逾期")],
                        max_length=10,
                        verbose_name="时点",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="整改期限")),
                ("to_unit", models.BooleanField(verbose_name="发给单位")),
                ("sent_on", models.DateField(verbose_name="提醒日期")),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="inspections.finding",
                        verbose_name="问题",
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="收件人",
                    ),
                ),
            ],
            options={
                "verbose_name": "整改提醒",
                "verbose_name_plural": "整改提醒",
                "ordering": ["sent_on", "pk"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("finding", "stage", "due_on", "recipient"),
                        name="reminder_once_per_stage_and_person",
                    )
                ],
            },
        ),
        migrations.RunPython(let_requests_wait_beside, migrations.RunPython.noop),
    ]
