"""All tables of this app, as 4 migrations had made them one after another."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from archives_enforcement.first_tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("reports", "0001_initial"),
        ("reports", "0002_publication_elsewhere"),
        ("reports", "0003_history"),
        ("reports", "0004_struck_visits"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_squashed_0009_three_administrators"),
        ("inspections", "0001_squashed_0029_circular_before_a_lead"),
        ("units", "0001_squashed_0006_pinyin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="Desk",
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
                    ],
                    options={
                        "verbose_name": "工作台",
                        "verbose_name_plural": "工作台",
                        "permissions": [
                            ("view_workbench", "查看工作台"),
                            ("view_portal", "查看单位首页"),
                        ],
                        "managed": False,
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="HistoryImport",
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
                        "verbose_name": "历史检查导入",
                        "verbose_name_plural": "历史检查导入",
                        "ordering": ["-pk"],
                        "abstract": False,
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="PastCheck",
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
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="past_checks",
                                to="units.unit",
                                verbose_name="被检查单位",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("daily", "日常检查"),
                                    ("special", "专项检查"),
                                    ("case", "个案检查"),
                                    ("look_back", "回头看"),
                                ],
                                max_length=10,
                                verbose_name="检查类型",
                            ),
                        ),
                        ("held_on", models.DateField(verbose_name="检查日期")),
                        (
                            "officers",
                            models.CharField(blank=True, max_length=200, verbose_name="执法人员"),
                        ),
                        (
                            "letter_number",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="反馈意见书字号"
                            ),
                        ),
                        ("letter_on", models.DateField(null=True, verbose_name="反馈意见书日期")),
                        ("kept_at", models.CharField(max_length=200, verbose_name="纸质材料所在")),
                        ("note", models.CharField(blank=True, max_length=200, verbose_name="备注")),
                        (
                            "brought_in",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checks",
                                to="reports.historyimport",
                                verbose_name="导入",
                            ),
                        ),
                        (
                            "voided_on",
                            models.DateField(editable=False, null=True, verbose_name="作废日期"),
                        ),
                        (
                            "voided_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="作废人",
                            ),
                        ),
                        (
                            "voided_because",
                            models.CharField(
                                blank=True, editable=False, max_length=200, verbose_name="作废原因"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "历史检查",
                        "verbose_name_plural": "历史检查",
                        "ordering": ["-held_on", "-pk"],
                        "default_permissions": (),
                        "indexes": [
                            models.Index(
                                fields=["bureau", "held_on"], name="reports_pas_bureau__30437b_idx"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("voided_on", None)),
                                fields=("unit", "held_on", "kind"),
                                name="past_check_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("voided_on", None),
                                    models.Q(("letter_number", ""), _negated=True),
                                ),
                                fields=("bureau", "letter_number"),
                                name="past_check_one_letter",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PastFinding",
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
                            "check_on_paper",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="reports.pastcheck",
                                verbose_name="历史检查",
                            ),
                        ),
                        ("text", models.CharField(max_length=300, verbose_name="问题")),
                        ("is_fixed", models.BooleanField(default=False, verbose_name="已整改")),
                    ],
                    options={
                        "verbose_name": "历史检查的问题",
                        "verbose_name_plural": "历史检查的问题",
                        "ordering": ["pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="AnnualReport",
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
                        ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "起草"),
                                    ("submitted", "待签发"),
                                    ("approved", "已签发"),
                                    ("published", "已公开"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        ("narrative", models.JSONField(default=dict, verbose_name="文字部分")),
                        (
                            "figures",
                            models.JSONField(editable=False, null=True, verbose_name="冻结的数据"),
                        ),
                        (
                            "drafted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="起草人",
                            ),
                        ),
                        (
                            "approved_on",
                            models.DateField(editable=False, null=True, verbose_name="签发日期"),
                        ),
                        (
                            "published_on",
                            models.DateField(editable=False, null=True, verbose_name="公开日期"),
                        ),
                        ("published_at", models.URLField(blank=True, verbose_name="公开网址")),
                        (
                            "published_place",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="公开的地方和凭据"
                            ),
                        ),
                        (
                            "entered_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="补录公开的日期"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "年度执法报告",
                        "verbose_name_plural": "年度执法报告",
                        "ordering": ["-year", "-pk"],
                        "permissions": [
                            ("draft_annualreport", "起草年度报告"),
                            ("approve_annualreport", "审定年度报告"),
                        ],
                        "default_permissions": ("view",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("bureau", "year"),
                                name="annual_report_one_per_year",
                                violation_error_message="这一年度已经有报告，请在原来的报告上办理。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LedgerTask",
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
                        ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                        ("title", models.CharField(max_length=200, verbose_name="任务")),
                        ("owner", models.CharField(max_length=100, verbose_name="责任单位或岗位")),
                        ("due_on", models.DateField(verbose_name="完成期限")),
                        (
                            "progress",
                            models.PositiveSmallIntegerField(
                                default=0,
                                editable=False,
                                validators=[django.core.validators.MaxValueValidator(100)],
                                verbose_name="进度（%）",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="进展情况")),
                        (
                            "done_on",
                            models.DateField(editable=False, null=True, verbose_name="完成日期"),
                        ),
                    ],
                    options={
                        "verbose_name": "台账任务",
                        "verbose_name_plural": "台账任务",
                        "ordering": ["due_on", "pk"],
                        "permissions": [
                            ("view_ledger", "查看工作台账"),
                            ("keep_ledger", "登记工作台账"),
                        ],
                        "default_permissions": (),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("done_on", None), ("progress", 100), _connector="OR"
                                ),
                                name="ledger_task_done_is_complete",
                                violation_error_message="已完成的任务进度应当是 100%。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LedgerVisit",
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
                            "struck_on",
                            models.DateField(editable=False, null=True, verbose_name="作废日期"),
                        ),
                        (
                            "struck_because",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=300,
                                verbose_name="作废的原因",
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
                        ("visited_on", models.DateField(verbose_name="日期")),
                        ("place", models.CharField(max_length=200, verbose_name="去的单位或场所")),
                        (
                            "leader",
                            models.CharField(
                                help_text="写职务，不写姓名",
                                max_length=100,
                                verbose_name="带队领导职务",
                            ),
                        ),
                        ("purpose", models.TextField(verbose_name="检查内容")),
                        (
                            "found_hazard",
                            models.BooleanField(default=False, verbose_name="发现安全隐患"),
                        ),
                        ("hazard", models.TextField(blank=True, verbose_name="隐患情况")),
                        (
                            "party",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="accounts.party",
                                verbose_name="存在隐患的单位",
                            ),
                        ),
                        (
                            "lead",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inspections.lead",
                                verbose_name="转出的线索",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "重点部门安全检查",
                        "verbose_name_plural": "重点部门安全检查",
                        "ordering": ["-visited_on", "-pk"],
                        "default_permissions": (),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("found_hazard", False),
                                    ("lead__isnull", False),
                                    _connector="OR",
                                ),
                                name="ledger_visit_hazard_is_a_lead",
                                violation_error_message="发现隐患的，应当转为线索。",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
