import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "__first__"),
        ("documents", "0001_initial"),
        ("inspections", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Benchmark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=60, unique=True, verbose_name="代码")),
                ("title", models.CharField(max_length=100, verbose_name="名称")),
                ("version", models.CharField(max_length=40, verbose_name="版本")),
                ("is_sample", models.BooleanField(verbose_name="示例数据")),
                ("label", models.CharField(blank=True, max_length=200, verbose_name="标注")),
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
                ("valid_from", models.DateField(verbose_name="施行日期")),
                (
                    "valid_to",
                    models.DateField(blank=True, null=True, verbose_name="失效前最后一日"),
                ),
                ("rule_set", models.JSONField(verbose_name="分档和取整规则")),
                ("rules", models.JSONField(verbose_name="通则")),
            ],
            options={
                "verbose_name": "裁量权基准",
                "verbose_name_plural": "裁量权基准",
                "ordering": ["-valid_from", "pk"],
            },
        ),
        migrations.CreateModel(
            name="FineClause",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
            },
        ),
        migrations.CreateModel(
            name="Violation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=10, unique=True, verbose_name="代码")),
                ("title", models.CharField(max_length=120, verbose_name="违法行为")),
                ("bases", models.JSONField(verbose_name="依据")),
                ("elements", models.JSONField(verbose_name="构成要件")),
                ("condition", models.CharField(blank=True, max_length=200, verbose_name="前提")),
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
            name="BenchmarkRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=10, verbose_name="代码")),
                ("title", models.CharField(max_length=120, verbose_name="违法行为")),
                ("legal_review", models.CharField(max_length=10, verbose_name="法制审核")),
                ("hearing_notice", models.BooleanField(verbose_name="告知听证")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="说明")),
                (
                    "benchmark",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rows",
                        to="penalties.benchmark",
                        verbose_name="裁量权基准",
                    ),
                ),
                (
                    "clause",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="penalties.fineclause",
                        verbose_name="法定罚款幅度",
                    ),
                ),
            ],
            options={
                "verbose_name": "裁量权基准条目",
                "verbose_name_plural": "裁量权基准条目",
                "ordering": ["benchmark", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("benchmark", "code"), name="row_one_per_code"),
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    models.PositiveIntegerField(editable=False, null=True, verbose_name="序号"),
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
                ("summary", models.TextField(verbose_name="案情摘要")),
                ("act_place", models.CharField(max_length=200, verbose_name="违法行为发生地")),
                ("in_jurisdiction", models.BooleanField(verbose_name="发生地在本机关辖区")),
                ("act_ended_on", models.DateField(verbose_name="违法行为终了日期")),
                ("discovered_on", models.DateField(verbose_name="发现日期")),
                ("proposed_on", models.DateField(verbose_name="提请立案日期")),
                ("filed_on", models.DateField(editable=False, null=True, verbose_name="立案日期")),
                ("facts", models.TextField(blank=True, verbose_name="违法事实")),
                ("report", models.TextField(blank=True, verbose_name="调查终结报告")),
                (
                    "investigated_on",
                    models.DateField(editable=False, null=True, verbose_name="调查终结日期"),
                ),
                ("closed_on", models.DateField(editable=False, null=True, verbose_name="结案日期")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("penalised", "已处罚并履行"),
                            ("slight", "不予处罚（行政处罚法第三十三条）"),
                            ("not_established", "违法事实不能成立"),
                            ("no_fine", "法律没有规定处罚，改为责令改正或者处理建议"),
                            ("time_barred", "超过追责期限，不再处罚"),
                            ("transferred", "涉嫌犯罪，移送有权机关"),
                        ],
                        max_length=16,
                        verbose_name="结案方式",
                    ),
                ),
                ("outcome_note", models.TextField(blank=True, verbose_name="结案说明")),
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
                    "bureau",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="accounts.bureau",
                        verbose_name="机关",
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
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="承办人",
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
                    models.Index(fields=["bureau", "state"], name="penalties_c_bureau__a7e3af_idx")
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tier", models.CharField(max_length=10, verbose_name="适用档次")),
                ("fine", models.PositiveIntegerField(verbose_name="罚款（元）")),
                (
                    "gains",
                    models.PositiveIntegerField(default=0, verbose_name="没收违法所得（元）"),
                ),
                ("correction", models.CharField(max_length=300, verbose_name="责令改正的内容")),
                ("snapshot", models.JSONField(verbose_name="裁量记录")),
                (
                    "after_statement",
                    models.BooleanField(default=False, verbose_name="陈述申辩后调整"),
                ),
                ("made_on", models.DateField(verbose_name="日期")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="承办人",
                    ),
                ),
                (
                    "row",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="penalties.benchmarkrow",
                        verbose_name="裁量权基准条目",
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
            ],
            options={
                "verbose_name": "拟处罚意见",
                "verbose_name_plural": "拟处罚意见",
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("decided_on", models.DateField(verbose_name="决定日期")),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="penalties.assessment",
                        verbose_name="处罚意见",
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
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="决定人",
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
            ],
            options={
                "verbose_name": "处罚决定",
                "verbose_name_plural": "处罚决定",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Discussion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("held_on", models.DateField(verbose_name="讨论日期")),
                ("present", models.CharField(max_length=300, verbose_name="参加人员")),
                ("record", models.TextField(verbose_name="讨论记录和结论")),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="penalties.assessment",
                        verbose_name="讨论的意见",
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "excluded_on",
                    models.DateField(editable=False, null=True, verbose_name="排除日期"),
                ),
                (
                    "excluded_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="排除理由"),
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="penalties.case",
                        verbose_name="案件",
                    ),
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="elements",
                        to="penalties.case",
                        verbose_name="案件",
                    ),
                ),
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
            name="Factor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                ("condition", models.CharField(blank=True, max_length=120, verbose_name="条件")),
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
                (
                    "benchmark",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="factors",
                        to="penalties.benchmark",
                        verbose_name="裁量权基准",
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
            name="Payment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("amount", models.PositiveIntegerField(verbose_name="金额（元）")),
                ("paid_on", models.DateField(verbose_name="缴款日期")),
                ("receipt", models.CharField(max_length=60, verbose_name="票据号码")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payments",
                        to="penalties.case",
                        verbose_name="案件",
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
            name="Review",
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
                        choices=[("passed", "通过"), ("returned", "退回")],
                        max_length=10,
                        verbose_name="结论",
                    ),
                ),
                ("competence", models.CharField(max_length=300, verbose_name="主体和人员资格")),
                ("evidence", models.CharField(max_length=300, verbose_name="事实和证据")),
                ("discretion", models.CharField(max_length=300, verbose_name="依据和裁量")),
                ("procedure", models.CharField(max_length=300, verbose_name="程序")),
                ("opinion", models.TextField(verbose_name="审核意见")),
                ("reviewed_on", models.DateField(verbose_name="审核日期")),
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
                    "reviewed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审核人",
                    ),
                ),
            ],
            options={
                "verbose_name": "法制审核",
                "verbose_name_plural": "法制审核",
                "ordering": ["case", "pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Statement",
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
                ("answer_text", models.TextField(blank=True, verbose_name="采纳或者不采纳的理由")),
                ("answered_on", models.DateField(null=True, verbose_name="复核日期")),
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
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提交人",
                    ),
                ),
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hearings",
                        to="penalties.case",
                        verbose_name="案件",
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
                (
                    "request",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="penalties.statement",
                        verbose_name="听证要求",
                    ),
                ),
            ],
            options={
                "verbose_name": "听证",
                "verbose_name_plural": "听证",
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                (
                    "benchmark",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tiers",
                        to="penalties.benchmark",
                        verbose_name="裁量权基准",
                    ),
                ),
            ],
            options={
                "verbose_name": "裁量档次",
                "verbose_name_plural": "裁量档次",
                "ordering": ["benchmark", "code"],
                "constraints": [
                    models.UniqueConstraint(fields=("benchmark", "code"), name="tier_one_per_code")
                ],
            },
        ),
        migrations.CreateModel(
            name="Circumstance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="事实")),
                (
                    "criterion",
                    models.CharField(blank=True, max_length=120, verbose_name="档次标准"),
                ),
                (
                    "shown",
                    models.BooleanField(
                        default=True, help_text="不勾选为经查明不具备", verbose_name="经查明具备"
                    ),
                ),
                (
                    "decisive",
                    models.BooleanField(default=False, verbose_name="作用明显，可以减轻处罚"),
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="circumstances",
                        to="penalties.case",
                        verbose_name="案件",
                    ),
                ),
                (
                    "evidence",
                    models.ManyToManyField(
                        related_name="+", to="penalties.evidence", verbose_name="证据"
                    ),
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
                            models.Q(("factor__isnull", True), ("tier__isnull", False)),
                            models.Q(("factor__isnull", False), ("tier__isnull", True)),
                            _connector="OR",
                        ),
                        name="circumstance_criterion_or_factor",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="fineclause",
            name="violation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="fines",
                to="penalties.violation",
                verbose_name="违法行为",
            ),
        ),
        migrations.CreateModel(
            name="CaseOfficer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
            ],
            options={
                "verbose_name": "承办人员",
                "verbose_name_plural": "承办人员",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("case", "user"), name="case_officer_once")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="fineclause",
            constraint=models.UniqueConstraint(
                fields=("violation", "code", "category"), name="fine_clause_one_per_party"
            ),
        ),
        migrations.AddConstraint(
            model_name="fineclause",
            constraint=models.CheckConstraint(
                condition=models.Q(("maximum__gt", models.F("minimum"))),
                name="fine_clause_range_is_not_empty",
            ),
        ),
    ]
