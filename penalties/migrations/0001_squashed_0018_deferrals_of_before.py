"""All tables of this app, as 18 migrations had made them one after another."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from archives_enforcement.first_tables import CreateTables
from penalties.migrations import _frozen


class Migration(migrations.Migration):
    replaces = [
        ("penalties", "0001_initial"),
        ("penalties", "0002_told_on"),
        ("penalties", "0003_hearing_threshold"),
        ("penalties", "0004_officers_relieved"),
        ("penalties", "0005_on_the_spot"),
        ("penalties", "0006_benchmarks_of_bureaux"),
        ("penalties", "0007_facts_and_local_clauses"),
        ("penalties", "0008_lead_settlements"),
        ("penalties", "0009_departures_and_repetition"),
        ("penalties", "0010_challenges_recusals_and_past_measures"),
        ("penalties", "0011_no_penalty"),
        ("penalties", "0012_requests_and_court_steps"),
        ("penalties", "0013_closing_by_the_court"),
        ("penalties", "0014_accountability"),
        ("penalties", "0015_order_of_determination"),
        ("penalties", "0016_once_and_by_whom"),
        ("penalties", "0017_deferrals"),
        ("penalties", "0018_deferrals_of_before"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_squashed_0009_three_administrators"),
        ("documents", "0001_squashed_0017_written_answers"),
        ("inspections", "0001_squashed_0029_circular_before_a_lead"),
        ("legislation", "0001_squashed_0002_local_rules"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="FineClause",
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
                            "violation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="fines",
                                to="penalties.violation",
                                verbose_name="违法行为",
                            ),
                        ),
                        ("code", models.CharField(max_length=20, verbose_name="情形代码")),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("organisation", "单位"),
                                    ("individual", "个人"),
                                    ("service_firm", "档案服务企业"),
                                ],
                                max_length=20,
                                verbose_name="适用对象",
                            ),
                        ),
                        ("offender", models.CharField(max_length=60, verbose_name="违法主体")),
                        ("bases", models.JSONField(verbose_name="依据")),
                        ("kinds", models.JSONField(verbose_name="处罚种类")),
                        ("confiscate_gains", models.BooleanField(verbose_name="没收违法所得")),
                        ("minimum", models.PositiveIntegerField(verbose_name="下限（元）")),
                        ("maximum", models.PositiveIntegerField(verbose_name="上限（元）")),
                    ],
                    options={
                        "verbose_name": "法定罚款幅度",
                        "verbose_name_plural": "法定罚款幅度",
                        "ordering": ["violation", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("violation", "code", "category"),
                                name="fine_clause_one_per_party",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("maximum__gt", models.F("minimum"))),
                                name="fine_clause_range_is_not_empty",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Violation",
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
                        ("code", models.CharField(max_length=10, unique=True, verbose_name="代码")),
                        ("title", models.CharField(max_length=120, verbose_name="违法行为")),
                        ("bases", models.JSONField(verbose_name="依据")),
                        ("elements", models.JSONField(verbose_name="构成要件")),
                        (
                            "condition",
                            models.CharField(blank=True, max_length=200, verbose_name="前提"),
                        ),
                        ("handled_by", models.CharField(max_length=60, verbose_name="处理机关")),
                        ("orders", models.JSONField(verbose_name="责令措施")),
                        ("sanction", models.JSONField(null=True, verbose_name="处分")),
                        ("crime", models.JSONField(null=True, verbose_name="涉嫌犯罪")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="说明")),
                        ("valid_from", models.DateField(verbose_name="施行日期")),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="失效前最后一日"),
                        ),
                        ("source", models.CharField(max_length=200, verbose_name="来源")),
                        (
                            "mark",
                            models.CharField(
                                choices=[
                                    ("V", "已核对原文"),
                                    ("V2", "据转载材料核对"),
                                    ("M-高", "未核对原文，把握较大"),
                                    ("M-中", "未核对原文，把握一般"),
                                    ("M-低", "未核对原文，把握较小"),
                                    ("LOCAL", "地方做法"),
                                    ("DESIGN", "本系统建议"),
                                ],
                                max_length=10,
                                verbose_name="核对程度",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "违法行为",
                        "verbose_name_plural": "违法行为",
                        "ordering": ["code"],
                    },
                ),
                migrations.CreateModel(
                    name="Benchmark",
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
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="accounts.bureau",
                                verbose_name="机关",
                            ),
                        ),
                        ("code", models.SlugField(max_length=60, unique=True, verbose_name="代码")),
                        ("title", models.CharField(max_length=100, verbose_name="名称")),
                        ("version", models.CharField(max_length=40, verbose_name="版本")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "起草"),
                                    ("published", "已公布"),
                                    ("discarded", "已放弃"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "is_sample",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="示例数据"
                            ),
                        ),
                        (
                            "label",
                            models.CharField(blank=True, max_length=200, verbose_name="标注"),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("district", "县级"),
                                    ("city", "设区的市级"),
                                    ("province", "省级"),
                                    ("ministry", "国家级"),
                                ],
                                default="district",
                                max_length=10,
                                verbose_name="层级",
                            ),
                        ),
                        (
                            "issuer",
                            models.CharField(blank=True, max_length=100, verbose_name="制定机关"),
                        ),
                        (
                            "from_above",
                            models.BooleanField(default=False, verbose_name="登记的上级基准"),
                        ),
                        ("source", models.CharField(max_length=200, verbose_name="来源")),
                        (
                            "mark",
                            models.CharField(
                                choices=[
                                    ("V", "已核对原文"),
                                    ("V2", "据转载材料核对"),
                                    ("M-高", "未核对原文，把握较大"),
                                    ("M-中", "未核对原文，把握一般"),
                                    ("M-低", "未核对原文，把握较小"),
                                    ("LOCAL", "地方做法"),
                                    ("DESIGN", "本系统建议"),
                                ],
                                max_length=10,
                                verbose_name="核对程度",
                            ),
                        ),
                        ("valid_from", models.DateField(null=True, verbose_name="施行日期")),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="失效前最后一日"),
                        ),
                        ("content", models.JSONField(default=dict, verbose_name="内容")),
                        (
                            "based_on",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="penalties.benchmark",
                                verbose_name="原版本",
                            ),
                        ),
                        (
                            "drafted_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="起草人",
                            ),
                        ),
                        (
                            "published_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="公布人",
                            ),
                        ),
                        (
                            "published_on",
                            models.DateField(editable=False, null=True, verbose_name="公布日期"),
                        ),
                    ],
                    options={
                        "verbose_name": "裁量权基准",
                        "verbose_name_plural": "裁量权基准",
                        "ordering": ["-valid_from", "pk"],
                        "permissions": [
                            ("draft_benchmark", "起草裁量权基准"),
                            ("publish_benchmark", "公布裁量权基准"),
                        ],
                        "default_permissions": ("view",),
                    },
                ),
                migrations.CreateModel(
                    name="BenchmarkRow",
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
                            "benchmark",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rows",
                                to="penalties.benchmark",
                                verbose_name="裁量权基准",
                            ),
                        ),
                        ("code", models.CharField(max_length=10, verbose_name="代码")),
                        ("title", models.CharField(max_length=120, verbose_name="违法行为")),
                        (
                            "clause",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="penalties.fineclause",
                                verbose_name="法定罚款幅度",
                            ),
                        ),
                        ("legal_review", models.CharField(max_length=10, verbose_name="法制审核")),
                        ("hearing_notice", models.BooleanField(verbose_name="告知听证")),
                        ("note", models.CharField(blank=True, max_length=200, verbose_name="说明")),
                    ],
                    options={
                        "verbose_name": "裁量权基准条目",
                        "verbose_name_plural": "裁量权基准条目",
                        "ordering": ["benchmark", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("benchmark", "code"), name="row_one_per_code"
                            ),
                            models.UniqueConstraint(
                                fields=("benchmark", "clause"), name="row_one_per_clause"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Case",
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
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cases",
                                to="accounts.party",
                                verbose_name="当事人",
                            ),
                        ),
                        (
                            "lead",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="case",
                                to="inspections.lead",
                                verbose_name="线索",
                            ),
                        ),
                        ("name", models.CharField(max_length=300, verbose_name="案件名称")),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                editable=False, null=True, verbose_name="年度"
                            ),
                        ),
                        (
                            "serial",
                            models.PositiveIntegerField(
                                editable=False, null=True, verbose_name="序号"
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                blank=True, editable=False, max_length=60, verbose_name="立案号"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("pending", "待立案审批"),
                                    ("not_filed", "不予立案"),
                                    ("on_the_spot", "当场处罚"),
                                    ("investigating", "调查取证"),
                                    ("investigated", "调查终结"),
                                    ("proposed", "拟处罚意见"),
                                    ("notified", "告知听证"),
                                    ("in_review", "法制审核"),
                                    ("reviewed", "待决定"),
                                    ("decided", "送达执行"),
                                    ("closed", "已结案"),
                                ],
                                default="pending",
                                editable=False,
                                max_length=14,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "on_the_spot",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="简易程序（当场处罚）"
                            ),
                        ),
                        (
                            "clause",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="penalties.fineclause",
                                verbose_name="处罚依据",
                            ),
                        ),
                        ("summary", models.TextField(verbose_name="案情摘要")),
                        (
                            "act_place",
                            models.CharField(max_length=200, verbose_name="违法行为发生地"),
                        ),
                        ("in_jurisdiction", models.BooleanField(verbose_name="发生地在本机关辖区")),
                        ("act_ended_on", models.DateField(verbose_name="违法行为终了日期")),
                        ("discovered_on", models.DateField(verbose_name="发现日期")),
                        (
                            "long_limitation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("health", "涉及公民生命健康安全"),
                                    ("finance", "涉及金融安全"),
                                ],
                                max_length=8,
                                verbose_name="适用五年追责期限的领域",
                            ),
                        ),
                        (
                            "harm",
                            models.CharField(blank=True, max_length=300, verbose_name="危害后果"),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="承办人",
                            ),
                        ),
                        ("proposed_on", models.DateField(verbose_name="提请立案日期")),
                        (
                            "approved_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="批准人",
                            ),
                        ),
                        (
                            "filed_on",
                            models.DateField(editable=False, null=True, verbose_name="立案日期"),
                        ),
                        ("facts", models.TextField(blank=True, verbose_name="违法事实")),
                        ("report", models.TextField(blank=True, verbose_name="调查终结报告")),
                        (
                            "grave",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="情节复杂或者重大违法行为的理由",
                            ),
                        ),
                        (
                            "investigated_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="调查终结日期"
                            ),
                        ),
                        (
                            "told_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="首次告知日期"
                            ),
                        ),
                        (
                            "closed_on",
                            models.DateField(editable=False, null=True, verbose_name="结案日期"),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("penalised", "已处罚并履行"),
                                    ("unenforced", "已处罚，人民法院不予执行或者终结执行"),
                                    ("revoked", "处罚决定经复议、诉讼撤销"),
                                    ("slight", "不予处罚（行政处罚法第三十三条）"),
                                    ("incapable", "不予处罚（行政处罚法第三十条、第三十一条）"),
                                    ("not_established", "违法事实不能成立"),
                                    ("no_fine", "法律没有规定处罚，改为责令改正或者处理建议"),
                                    ("time_barred", "超过追责期限，不再处罚"),
                                    ("fined", "同一违法行为已受罚款，不再罚款"),
                                    ("transferred", "涉嫌犯罪，移送有权机关"),
                                ],
                                max_length=16,
                                verbose_name="结案方式",
                            ),
                        ),
                        ("outcome_note", models.TextField(blank=True, verbose_name="结案说明")),
                    ],
                    options={
                        "verbose_name": "行政处罚案件",
                        "verbose_name_plural": "行政处罚案件",
                        "permissions": [
                            ("handle_case", "承办案件"),
                            ("approve_case", "批准立案"),
                            ("decide_case", "作出处罚决定"),
                            ("review_case", "法制审核"),
                            ("chair_hearing", "主持听证"),
                            ("answer_notice", "陈述申辩、要求听证"),
                        ],
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(
                                fields=["bureau", "state"], name="penalties_c_bureau__a7e3af_idx"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("serial__isnull", False)),
                                fields=("bureau", "year", "serial"),
                                name="case_one_per_number",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Assessment",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        (
                            "row",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="penalties.benchmarkrow",
                                verbose_name="裁量权基准条目",
                            ),
                        ),
                        ("tier", models.CharField(max_length=10, verbose_name="适用档次")),
                        ("fine", models.PositiveIntegerField(verbose_name="罚款（元）")),
                        (
                            "gains",
                            models.PositiveIntegerField(
                                default=0, verbose_name="没收违法所得（元）"
                            ),
                        ),
                        (
                            "correction",
                            models.CharField(max_length=300, verbose_name="责令改正的内容"),
                        ),
                        ("snapshot", models.JSONField(verbose_name="裁量记录")),
                        (
                            "after_statement",
                            models.BooleanField(default=False, verbose_name="陈述申辩后调整"),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="承办人",
                            ),
                        ),
                        ("made_on", models.DateField(verbose_name="日期")),
                    ],
                    options={
                        "verbose_name": "拟处罚意见",
                        "verbose_name_plural": "拟处罚意见",
                        "ordering": ["case", "pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="CourtStep",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="court_steps",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="documents.document",
                                verbose_name="强制执行申请书",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("submitted", "向人民法院提交申请"),
                                    ("accepted", "人民法院受理"),
                                    ("not_accepted", "裁定不予受理"),
                                    ("execute", "裁定执行"),
                                    ("not_execute", "裁定不予执行"),
                                    ("appealed", "向上一级人民法院申请复议"),
                                    ("upheld", "复议维持原裁定"),
                                    ("paused", "裁定终结本次执行程序"),
                                    ("executed", "执行完毕"),
                                    ("terminated", "裁定终结执行"),
                                ],
                                max_length=14,
                                verbose_name="事项",
                            ),
                        ),
                        (
                            "happened_on",
                            models.DateField(help_text="裁定填收到的日期", verbose_name="日期"),
                        ),
                        (
                            "doubted",
                            models.BooleanField(
                                default=False, verbose_name="法院认为明显缺乏根据或者违法，听取意见"
                            ),
                        ),
                        ("note", models.CharField(max_length=300, verbose_name="文号和要点")),
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
                        "verbose_name": "申请法院强制执行的进展",
                        "verbose_name_plural": "申请法院强制执行的进展",
                        "ordering": ["case", "pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Decision",
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
                            "case",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        (
                            "document",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="documents.document",
                                verbose_name="决定书",
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="penalties.assessment",
                                verbose_name="处罚意见",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="决定人",
                            ),
                        ),
                        ("decided_on", models.DateField(verbose_name="决定日期")),
                        (
                            "reported_on",
                            models.DateField(editable=False, null=True, verbose_name="备案日期"),
                        ),
                    ],
                    options={
                        "verbose_name": "处罚决定",
                        "verbose_name_plural": "处罚决定",
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Deferral",
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
                    ],
                    options={
                        "verbose_name": "延期、分期缴纳的答复",
                        "verbose_name_plural": "延期、分期缴纳的答复",
                        "ordering": ["case", "pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Departure",
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
                            "assessment",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="departure",
                                to="penalties.assessment",
                                verbose_name="拟处罚意见",
                            ),
                        ),
                        (
                            "ground",
                            models.CharField(
                                choices=[
                                    ("unfair", "适用裁量权基准明显不当、显失公平"),
                                    ("changed", "裁量权基准适用的客观情况发生变化"),
                                ],
                                max_length=10,
                                verbose_name="情形",
                            ),
                        ),
                        ("reason", models.TextField(verbose_name="理由")),
                        (
                            "consent_number",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="制定机关批准文号"
                            ),
                        ),
                        (
                            "consent_on",
                            models.DateField(null=True, verbose_name="制定机关批准日期"),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="批准人",
                            ),
                        ),
                        ("approved_on", models.DateField(null=True, verbose_name="批准日期")),
                    ],
                    options={
                        "verbose_name": "调整适用裁量权基准",
                        "verbose_name_plural": "调整适用裁量权基准",
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Discussion",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="discussions",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="penalties.assessment",
                                verbose_name="讨论的意见",
                            ),
                        ),
                        ("held_on", models.DateField(verbose_name="讨论日期")),
                        ("present", models.CharField(max_length=300, verbose_name="参加人员")),
                        (
                            "expected",
                            models.PositiveSmallIntegerField(null=True, verbose_name="应到人数"),
                        ),
                        ("carried", models.BooleanField(default=True, verbose_name="多数同意")),
                        ("record", models.TextField(verbose_name="讨论记录和结论")),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="记录人",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "集体讨论",
                        "verbose_name_plural": "集体讨论",
                        "ordering": ["case", "pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Evidence",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="证据号")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("document", "书证"),
                                    ("object", "物证"),
                                    ("audiovisual", "视听资料"),
                                    ("electronic", "电子数据"),
                                    ("witness", "证人证言"),
                                    ("party", "当事人的陈述"),
                                    ("expert", "鉴定意见"),
                                    ("site_record", "勘验笔录、现场笔录"),
                                ],
                                max_length=12,
                                verbose_name="种类",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="名称")),
                        ("proves", models.CharField(max_length=300, verbose_name="证明内容")),
                        ("source", models.CharField(max_length=200, verbose_name="来源和取得方式")),
                        ("obtained_on", models.DateField(verbose_name="取得日期")),
                        (
                            "certificates_shown",
                            models.BooleanField(default=False, verbose_name="取证时已出示执法证件"),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="登记人",
                            ),
                        ),
                        (
                            "excluded_on",
                            models.DateField(editable=False, null=True, verbose_name="排除日期"),
                        ),
                        (
                            "excluded_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="排除理由"),
                        ),
                    ],
                    options={
                        "verbose_name": "证据",
                        "verbose_name_plural": "证据",
                        "ordering": ["case", "position"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "position"), name="evidence_one_per_position"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ElementFinding",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="elements",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                        ("text", models.CharField(max_length=200, verbose_name="构成要件")),
                        (
                            "result",
                            models.CharField(
                                choices=[
                                    ("met", "已查明具备"),
                                    ("missing", "不具备"),
                                    ("open", "尚未查明"),
                                ],
                                default="open",
                                max_length=10,
                                verbose_name="认定",
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="说明")),
                        (
                            "evidence",
                            models.ManyToManyField(
                                blank=True, to="penalties.evidence", verbose_name="证据"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "构成要件认定",
                        "verbose_name_plural": "构成要件认定",
                        "ordering": ["case", "position"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "position"), name="element_one_per_position"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Accountability",
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
                            "case",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="accountability",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        ("born_on", models.DateField(verbose_name="出生日期")),
                        (
                            "mind",
                            models.CharField(
                                choices=[
                                    ("sound", "能够辨认和控制自己的行为"),
                                    ("lucid", "间歇性精神病人，在精神正常时实施"),
                                    ("limited", "尚未完全丧失辨认或者控制自己行为的能力"),
                                    ("none", "不能辨认或者不能控制自己的行为"),
                                ],
                                default="sound",
                                max_length=8,
                                verbose_name="辨认和控制能力",
                            ),
                        ),
                        (
                            "guardian",
                            models.CharField(blank=True, max_length=60, verbose_name="监护人"),
                        ),
                        (
                            "relation",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="与当事人的关系"
                            ),
                        ),
                        ("grounds", models.CharField(max_length=300, verbose_name="查明的情况")),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="登记人",
                            ),
                        ),
                        ("recorded_on", models.DateField(verbose_name="登记日期")),
                        (
                            "evidence",
                            models.ManyToManyField(
                                related_name="+", to="penalties.evidence", verbose_name="证据"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "责任能力",
                        "verbose_name_plural": "责任能力",
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Factor",
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
                            "benchmark",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="factors",
                                to="penalties.benchmark",
                                verbose_name="裁量权基准",
                            ),
                        ),
                        ("code", models.CharField(max_length=10, verbose_name="代码")),
                        ("title", models.CharField(max_length=60, verbose_name="情节")),
                        (
                            "effect",
                            models.CharField(
                                choices=[
                                    ("no_penalty", "不予处罚"),
                                    ("time_barred", "不再处罚"),
                                    ("mitigate_or_lighten", "从轻或者减轻"),
                                    ("aggravate", "从重"),
                                ],
                                max_length=20,
                                verbose_name="效果",
                            ),
                        ),
                        (
                            "duty",
                            models.CharField(
                                choices=[("shall", "应当"), ("may", "可以")],
                                max_length=10,
                                verbose_name="应当或者可以",
                            ),
                        ),
                        ("bases", models.JSONField(verbose_name="依据")),
                        (
                            "condition",
                            models.CharField(blank=True, max_length=120, verbose_name="条件"),
                        ),
                        ("note", models.CharField(blank=True, max_length=120, verbose_name="说明")),
                        (
                            "mark",
                            models.CharField(
                                choices=[
                                    ("V", "已核对原文"),
                                    ("V2", "据转载材料核对"),
                                    ("M-高", "未核对原文，把握较大"),
                                    ("M-中", "未核对原文，把握一般"),
                                    ("M-低", "未核对原文，把握较小"),
                                    ("LOCAL", "地方做法"),
                                    ("DESIGN", "本系统建议"),
                                ],
                                max_length=10,
                                verbose_name="核对程度",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "裁量情节",
                        "verbose_name_plural": "裁量情节",
                        "ordering": ["benchmark", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("benchmark", "code"), name="factor_one_per_code"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HearingThreshold",
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
                                verbose_name="档案主管部门",
                            ),
                        ),
                        ("effective_from", models.DateField(verbose_name="自何日起适用")),
                        (
                            "person",
                            models.PositiveIntegerField(
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="对公民罚款（元）",
                            ),
                        ),
                        (
                            "organisation",
                            models.PositiveIntegerField(
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="对法人、其他组织罚款（元）",
                            ),
                        ),
                        (
                            "gains",
                            models.PositiveIntegerField(
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="没收违法所得（元）",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                help_text="规定数额的规章、文件及条款",
                                max_length=200,
                                verbose_name="依据",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "听证数额标准",
                        "verbose_name_plural": "听证数额标准",
                        "ordering": ["bureau", "-effective_from"],
                        "default_permissions": ("add", "change", "view"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("bureau", "effective_from"),
                                name="hearing_threshold_one_a_day",
                                violation_error_message="本机关当日已设定过听证数额标准，请直接修改原设定。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LocalClause",
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
                            "clause",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="local",
                                to="penalties.fineclause",
                                verbose_name="处罚条款",
                            ),
                        ),
                        (
                            "bureau",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="accounts.bureau",
                                verbose_name="登记机关",
                            ),
                        ),
                        (
                            "article",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="legislation.article",
                                verbose_name="地方规定的条款",
                            ),
                        ),
                        (
                            "specifies",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="penalties.fineclause",
                                verbose_name="所细化的法律条款",
                            ),
                        ),
                        (
                            "entered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="登记人",
                            ),
                        ),
                        ("entered_on", models.DateField(verbose_name="登记日期")),
                        (
                            "withdrawn_on",
                            models.DateField(editable=False, null=True, verbose_name="停用日期"),
                        ),
                    ],
                    options={
                        "verbose_name": "地方规定的处罚条款",
                        "verbose_name_plural": "地方规定的处罚条款",
                        "ordering": ["bureau", "pk"],
                        "default_permissions": ("add", "change", "view"),
                    },
                ),
                migrations.CreateModel(
                    name="NoPenalty",
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
                            "case",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="no_penalty",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        (
                            "by_choice",
                            models.BooleanField(verbose_name="可以不予处罚，由机关负责人决定"),
                        ),
                        ("snapshot", models.JSONField(verbose_name="裁量记录")),
                        ("education", models.TextField(verbose_name="教育情况")),
                        (
                            "decided_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="决定人",
                            ),
                        ),
                        ("decided_on", models.DateField(verbose_name="决定日期")),
                    ],
                    options={
                        "verbose_name": "不予处罚的裁量记录",
                        "verbose_name_plural": "不予处罚的裁量记录",
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="PastMeasure",
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
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="past_measures",
                                to="accounts.party",
                                verbose_name="当事人",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="past_measures",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("sealing", "查封场所、设施"),
                                    ("seizure", "扣押财物"),
                                    ("other", "其他强制措施"),
                                ],
                                max_length=10,
                                verbose_name="种类",
                            ),
                        ),
                        ("taken_on", models.DateField(verbose_name="采取日期")),
                        ("lifted_on", models.DateField(null=True, verbose_name="解除日期")),
                        ("taken_by", models.CharField(max_length=100, verbose_name="采取人员")),
                        ("what", models.TextField(verbose_name="查封、扣押的场所、物品和经过")),
                        ("claimed", models.CharField(max_length=200, verbose_name="当时写的依据")),
                        ("reason", models.CharField(max_length=300, verbose_name="补录的原因")),
                        (
                            "entered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="补录人",
                            ),
                        ),
                        ("entered_on", models.DateField(verbose_name="补录日期")),
                    ],
                    options={
                        "verbose_name": "历史强制措施记录",
                        "verbose_name_plural": "历史强制措施记录",
                        "ordering": ["-taken_on", "-pk"],
                        "default_permissions": (),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("lifted_on", None),
                                    ("lifted_on__gte", models.F("taken_on")),
                                    _connector="OR",
                                ),
                                name="past_measure_lifted_after_taken",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Payment",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="payments",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        ("amount", models.PositiveIntegerField(verbose_name="金额（元）")),
                        ("paid_on", models.DateField(verbose_name="缴款日期")),
                        ("receipt", models.CharField(max_length=60, verbose_name="票据号码")),
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
                        "verbose_name": "缴款",
                        "verbose_name_plural": "缴款",
                        "ordering": ["case", "pk"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "receipt"),
                                name="payment_one_per_receipt",
                                violation_error_message="这张票据已经登记过。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PaymentRequest",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="payment_requests",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("later", "暂缓（延期）缴纳"), ("parts", "分期缴纳")],
                                max_length=6,
                                verbose_name="种类",
                            ),
                        ),
                        ("hardship", models.TextField(verbose_name="确有经济困难的情况")),
                        ("plan", models.CharField(max_length=300, verbose_name="希望的期限和数额")),
                        ("made_on", models.DateField(verbose_name="申请日期")),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="提交人",
                            ),
                        ),
                        ("on_behalf", models.BooleanField(default=False, verbose_name="代录")),
                        (
                            "answer",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="documents.document",
                                verbose_name="答复的通知书",
                            ),
                        ),
                        ("granted", models.BooleanField(null=True, verbose_name="批准")),
                        ("answered_on", models.DateField(null=True, verbose_name="答复日期")),
                    ],
                    options={
                        "verbose_name": "延期、分期缴纳的申请",
                        "verbose_name_plural": "延期、分期缴纳的申请",
                        "ordering": ["case", "pk"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("answered_on", None)),
                                fields=("case",),
                                name="payment_request_one_open",
                                violation_error_message="还有一份申请没有答复。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Recusal",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recusals",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="回避人员",
                            ),
                        ),
                        (
                            "raised_by",
                            models.CharField(
                                choices=[
                                    ("party", "当事人申请"),
                                    ("self", "本人申请"),
                                    ("bureau", "机关发现"),
                                ],
                                max_length=10,
                                verbose_name="提出",
                            ),
                        ),
                        ("raised_on", models.DateField(verbose_name="提出日期")),
                        ("reason", models.TextField(verbose_name="理由")),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="登记人",
                            ),
                        ),
                        ("granted", models.BooleanField(null=True, verbose_name="回避")),
                        ("answer", models.TextField(blank=True, verbose_name="决定的理由")),
                        (
                            "decided_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="决定人",
                            ),
                        ),
                        ("decided_on", models.DateField(null=True, verbose_name="决定日期")),
                    ],
                    options={
                        "verbose_name": "回避",
                        "verbose_name_plural": "回避",
                        "ordering": ["case", "pk"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("decided_on", None)),
                                fields=("case", "person"),
                                name="recusal_one_open_per_person",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Review",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reviews",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[("passed", "通过"), ("returned", "退回")],
                                max_length=10,
                                verbose_name="结论",
                            ),
                        ),
                        (
                            "competence",
                            models.CharField(max_length=300, verbose_name="主体和人员资格"),
                        ),
                        ("evidence", models.CharField(max_length=300, verbose_name="事实和证据")),
                        ("discretion", models.CharField(max_length=300, verbose_name="依据和裁量")),
                        ("procedure", models.CharField(max_length=300, verbose_name="程序")),
                        ("opinion", models.TextField(verbose_name="审核意见")),
                        (
                            "qualification",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="审核人的资格"
                            ),
                        ),
                        (
                            "reviewed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="审核人",
                            ),
                        ),
                        ("reviewed_on", models.DateField(verbose_name="审核日期")),
                    ],
                    options={
                        "verbose_name": "法制审核",
                        "verbose_name_plural": "法制审核",
                        "ordering": ["case", "pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="ReviewQualification",
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="review_qualifications",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="审核人员",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("exam", "通过国家统一法律职业资格考试取得法律职业资格"),
                                    ("experienced", "不是初次从事行政处罚决定法制审核"),
                                ],
                                max_length=12,
                                verbose_name="资格",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(blank=True, max_length=40, verbose_name="证书编号"),
                        ),
                        (
                            "obtained_on",
                            models.DateField(
                                help_text="证书的发证日期；不是初次从事的，填最早从事审核的日期。",
                                verbose_name="取得日期（从事之日）",
                            ),
                        ),
                        (
                            "proof",
                            models.CharField(
                                help_text="证书，或者以前任职、审核的文件名称",
                                max_length=100,
                                verbose_name="证明材料",
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="停止日期"),
                        ),
                    ],
                    options={
                        "verbose_name": "法制审核人员资格",
                        "verbose_name_plural": "法制审核人员资格",
                        "ordering": ["person", "pk"],
                        "default_permissions": ("add", "change", "view"),
                    },
                ),
                migrations.CreateModel(
                    name="Settlement",
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
                            "lead",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="settlement",
                                to="inspections.lead",
                                verbose_name="线索",
                            ),
                        ),
                        (
                            "result",
                            models.CharField(
                                choices=[
                                    ("unfounded", "查无违法事实"),
                                    ("other_measures", "不适用行政处罚，已采取其他措施"),
                                    ("transferred", "移送有权机关处理"),
                                    ("time_barred", "超过追责期限，不再给予行政处罚"),
                                ],
                                max_length=14,
                                verbose_name="核查结论",
                            ),
                        ),
                        ("report", models.TextField(verbose_name="核查情况")),
                        (
                            "act_ended_on",
                            models.DateField(null=True, verbose_name="违法行为终了日期"),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="提请人",
                            ),
                        ),
                        ("proposed_on", models.DateField(verbose_name="提请日期")),
                        (
                            "sent_back",
                            models.CharField(blank=True, max_length=500, verbose_name="退回理由"),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="批准人",
                            ),
                        ),
                        (
                            "approved_on",
                            models.DateField(editable=False, null=True, verbose_name="办结日期"),
                        ),
                    ],
                    options={
                        "verbose_name": "线索办结",
                        "verbose_name_plural": "线索办结",
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Statement",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="statements",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("statement", "陈述、申辩"),
                                    ("hearing", "要求听证"),
                                    ("waiver", "明确放弃陈述、申辩和听证"),
                                ],
                                max_length=10,
                                verbose_name="种类",
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="内容")),
                        ("made_on", models.DateField(verbose_name="提出日期")),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="提交人",
                            ),
                        ),
                        ("on_behalf", models.BooleanField(default=False, verbose_name="代录")),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("adopted", "采纳"),
                                    ("partly", "部分采纳"),
                                    ("not_adopted", "不予采纳"),
                                ],
                                max_length=12,
                                verbose_name="复核结果",
                            ),
                        ),
                        ("reexamination", models.TextField(blank=True, verbose_name="复核情况")),
                        (
                            "answer_text",
                            models.TextField(blank=True, verbose_name="采纳或者不采纳的理由"),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="复核人",
                            ),
                        ),
                        ("answered_on", models.DateField(null=True, verbose_name="复核日期")),
                    ],
                    options={
                        "verbose_name": "陈述申辩",
                        "verbose_name_plural": "陈述申辩",
                        "ordering": ["case", "pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Hearing",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hearings",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        (
                            "request",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="penalties.statement",
                                verbose_name="听证要求",
                            ),
                        ),
                        (
                            "chair",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="主持人",
                            ),
                        ),
                        ("scheduled_on", models.DateField(verbose_name="听证日期")),
                        ("place", models.CharField(max_length=200, verbose_name="地点")),
                        ("held_on", models.DateField(null=True, verbose_name="举行日期")),
                        (
                            "absent",
                            models.BooleanField(
                                default=False, verbose_name="当事人无正当理由缺席，视为放弃"
                            ),
                        ),
                        ("record", models.TextField(blank=True, verbose_name="听证笔录")),
                        (
                            "signing",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("signed", "当事人或者其代理人核对无误后签字或者盖章"),
                                    ("refused", "当事人或者其代理人拒绝签字或者盖章，由主持人注明"),
                                ],
                                max_length=8,
                                verbose_name="笔录的签字",
                            ),
                        ),
                        (
                            "signing_note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="拒绝签字的情况"
                            ),
                        ),
                        ("report", models.TextField(blank=True, verbose_name="听证报告")),
                    ],
                    options={
                        "verbose_name": "听证",
                        "verbose_name_plural": "听证",
                        "ordering": ["case", "pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Surcharge",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="surcharges",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        (
                            "document",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="documents.document",
                                verbose_name="加处罚款决定书",
                            ),
                        ),
                        ("amount", models.PositiveIntegerField(verbose_name="金额（元）")),
                        ("until", models.DateField(verbose_name="计算至")),
                        (
                            "decided_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="决定人",
                            ),
                        ),
                        ("decided_on", models.DateField(verbose_name="决定日期")),
                    ],
                    options={
                        "verbose_name": "加处罚款",
                        "verbose_name_plural": "加处罚款",
                        "ordering": ["case", "pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Tier",
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
                            "benchmark",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tiers",
                                to="penalties.benchmark",
                                verbose_name="裁量权基准",
                            ),
                        ),
                        ("code", models.CharField(max_length=10, verbose_name="代码")),
                        ("title", models.CharField(max_length=40, verbose_name="档次")),
                        ("outcome", models.CharField(max_length=20, verbose_name="结果")),
                        ("criteria", models.JSONField(verbose_name="标准")),
                        ("requires", models.JSONField(verbose_name="程序要求")),
                        (
                            "floor_percent",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="减轻的底线（%）"
                            ),
                        ),
                        (
                            "mark",
                            models.CharField(
                                choices=[
                                    ("V", "已核对原文"),
                                    ("V2", "据转载材料核对"),
                                    ("M-高", "未核对原文，把握较大"),
                                    ("M-中", "未核对原文，把握一般"),
                                    ("M-低", "未核对原文，把握较小"),
                                    ("LOCAL", "地方做法"),
                                    ("DESIGN", "本系统建议"),
                                ],
                                max_length=10,
                                verbose_name="核对程度",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "裁量档次",
                        "verbose_name_plural": "裁量档次",
                        "ordering": ["benchmark", "code"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("benchmark", "code"), name="tier_one_per_code"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Circumstance",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="circumstances",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        ("text", models.CharField(max_length=300, verbose_name="事实")),
                        (
                            "tier",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="penalties.tier",
                                verbose_name="档次",
                            ),
                        ),
                        (
                            "criterion",
                            models.CharField(blank=True, max_length=120, verbose_name="档次标准"),
                        ),
                        (
                            "factor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="penalties.factor",
                                verbose_name="情节",
                            ),
                        ),
                        (
                            "weight",
                            models.CharField(blank=True, max_length=60, verbose_name="权重因素"),
                        ),
                        (
                            "weight_level",
                            models.CharField(blank=True, max_length=60, verbose_name="权重等级"),
                        ),
                        (
                            "times",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="第几次违法（含本次）"
                            ),
                        ),
                        (
                            "shown",
                            models.BooleanField(
                                default=True,
                                help_text="不勾选为经查明不具备",
                                verbose_name="经查明具备",
                            ),
                        ),
                        (
                            "decisive",
                            models.BooleanField(
                                default=False, verbose_name="作用明显，可以减轻处罚"
                            ),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="登记人",
                            ),
                        ),
                        (
                            "evidence",
                            models.ManyToManyField(
                                related_name="+", to="penalties.evidence", verbose_name="证据"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "裁量事实",
                        "verbose_name_plural": "裁量事实",
                        "ordering": ["case", "pk"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "text"),
                                name="circumstance_each_fact_once",
                                violation_error_message="同一事实只能使用一次。",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("factor", None),
                                        ("tier__isnull", False),
                                        ("times", None),
                                        ("weight", ""),
                                    ),
                                    models.Q(
                                        ("factor__isnull", False),
                                        ("tier", None),
                                        ("times", None),
                                        ("weight", ""),
                                    ),
                                    models.Q(
                                        ("factor", None),
                                        ("tier", None),
                                        ("times", None),
                                        models.Q(("weight", ""), _negated=True),
                                    ),
                                    models.Q(
                                        ("factor", None),
                                        ("tier", None),
                                        ("times__gte", 2),
                                        ("weight", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="circumstance_one_use",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Determination",
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
                            "lead",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="determinations",
                                to="inspections.lead",
                                verbose_name="线索",
                            ),
                        ),
                        (
                            "violation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="penalties.violation",
                                verbose_name="违法行为",
                            ),
                        ),
                        ("subject", models.CharField(max_length=20, verbose_name="当事人性质")),
                        ("answers", models.JSONField(verbose_name="认定的事实")),
                        (
                            "order_paper",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="documents.document",
                                verbose_name="责令文书",
                            ),
                        ),
                        (
                            "order_due_on",
                            models.DateField(null=True, verbose_name="责令的期限届满日期"),
                        ),
                        ("grounds", models.TextField(verbose_name="查明的情况")),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="认定人",
                            ),
                        ),
                        ("made_on", models.DateField(verbose_name="认定日期")),
                    ],
                    options={
                        "verbose_name": "认定",
                        "verbose_name_plural": "认定",
                        "ordering": ["lead", "pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Voice",
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
                            "discussion",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="voices",
                                to="penalties.discussion",
                                verbose_name="集体讨论",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="账号",
                            ),
                        ),
                        ("name", models.CharField(max_length=60, verbose_name="姓名")),
                        ("post", models.CharField(max_length=60, verbose_name="职务")),
                        ("agrees", models.BooleanField(verbose_name="同意")),
                        ("opinion", models.CharField(max_length=300, verbose_name="意见")),
                    ],
                    options={
                        "verbose_name": "集体讨论的个人意见",
                        "verbose_name_plural": "集体讨论的个人意见",
                        "ordering": ["discussion", "pk"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("discussion", "name"), name="voice_one_per_member"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseOfficer",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="officers",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="执法人员",
                            ),
                        ),
                        (
                            "joined_on",
                            models.DateField(editable=False, null=True, verbose_name="接办日期"),
                        ),
                        (
                            "left_on",
                            models.DateField(editable=False, null=True, verbose_name="移交日期"),
                        ),
                    ],
                    options={
                        "verbose_name": "承办人员",
                        "verbose_name_plural": "承办人员",
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "user"), name="case_officer_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Challenge",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="challenges",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("review", "行政复议"),
                                    ("simple_review", "行政复议（简易程序）"),
                                    ("suit", "行政诉讼"),
                                ],
                                max_length=14,
                                verbose_name="种类",
                            ),
                        ),
                        (
                            "body",
                            models.CharField(max_length=100, verbose_name="复议机关或者人民法院"),
                        ),
                        (
                            "number",
                            models.CharField(blank=True, max_length=60, verbose_name="案号"),
                        ),
                        ("filed_on", models.DateField(verbose_name="申请（起诉）日期")),
                        ("received_on", models.DateField(verbose_name="收到副本日期")),
                        (
                            "accepted_on",
                            models.DateField(null=True, verbose_name="复议机关受理日期"),
                        ),
                        (
                            "result",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("upheld", "维持（驳回请求）"),
                                    ("changed", "变更罚款数额"),
                                    ("revoked", "撤销或者确认无效"),
                                    ("withdrawn", "申请人撤回，终止"),
                                ],
                                max_length=10,
                                verbose_name="结果",
                            ),
                        ),
                        (
                            "fine",
                            models.PositiveIntegerField(
                                null=True, verbose_name="变更后的罚款（元）"
                            ),
                        ),
                        (
                            "ended_on",
                            models.DateField(null=True, verbose_name="决定送达（裁判生效）日期"),
                        ),
                        (
                            "outcome_note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="决定、裁判的文号和要点"
                            ),
                        ),
                        (
                            "opinion",
                            models.TextField(blank=True, verbose_name="行政复议意见书的要求"),
                        ),
                        (
                            "opinion_received_on",
                            models.DateField(null=True, verbose_name="收到行政复议意见书的日期"),
                        ),
                        (
                            "opinion_reported_on",
                            models.DateField(null=True, verbose_name="报告纠正情况的日期"),
                        ),
                        ("opinion_report", models.TextField(blank=True, verbose_name="纠正情况")),
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
                        "verbose_name": "复议、诉讼",
                        "verbose_name_plural": "复议、诉讼",
                        "ordering": ["case", "pk"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on", None)),
                                fields=("case",),
                                name="challenge_one_at_a_time",
                                violation_error_message="还有一件复议、诉讼没有办结。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EarlierFine",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="earlier_fines",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="penalties.decision",
                                verbose_name="本机关的决定",
                            ),
                        ),
                        (
                            "authority",
                            models.CharField(max_length=100, verbose_name="作出处罚的机关"),
                        ),
                        ("number", models.CharField(max_length=60, verbose_name="决定书文号")),
                        ("decided_on", models.DateField(verbose_name="决定日期")),
                        ("amount", models.PositiveIntegerField(verbose_name="罚款（元）")),
                        ("same_act", models.BooleanField(verbose_name="与本案是同一个违法行为")),
                        ("reason", models.CharField(max_length=300, verbose_name="认定的理由")),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="登记人",
                            ),
                        ),
                        ("recorded_on", models.DateField(verbose_name="登记日期")),
                    ],
                    options={
                        "verbose_name": "已受罚款",
                        "verbose_name_plural": "已受罚款",
                        "ordering": ["case", "pk"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "number"),
                                name="earlier_fine_once",
                                violation_error_message="这份决定已经登记过。",
                            )
                        ],
                    },
                ),
            ],
        ),
        migrations.RunPython(_frozen.install, _frozen.remove),
    ]
