import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "__first__"),
        ("files", "0001_initial"),
        ("legislation", "0001_initial"),
        ("units", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Checklist",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="代码")),
                ("name", models.CharField(max_length=100, verbose_name="名称")),
                ("valid_from", models.DateField(verbose_name="启用日期")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="停用日期")),
                ("source", models.CharField(max_length=200, verbose_name="来源")),
            ],
            options={
                "verbose_name": "检查清单",
                "verbose_name_plural": "检查清单",
            },
        ),
        migrations.CreateModel(
            name="ChecklistItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=10, verbose_name="编号")),
                ("area", models.CharField(max_length=60, verbose_name="检查领域")),
                ("position", models.PositiveSmallIntegerField(verbose_name="顺序")),
                ("text", models.CharField(max_length=300, verbose_name="检查内容")),
                ("applies_to", models.JSONField(default=list, verbose_name="适用对象")),
                (
                    "severity",
                    models.CharField(
                        choices=[("A", "限期整改"), ("B", "应当整改"), ("C", "建议改进")],
                        max_length=1,
                        verbose_name="严重程度",
                    ),
                ),
                (
                    "severity_by_kind",
                    models.JSONField(blank=True, default=dict, verbose_name="按对象区分的严重程度"),
                ),
                ("basis", models.CharField(max_length=300, verbose_name="依据")),
                (
                    "basis_by_kind",
                    models.JSONField(blank=True, default=dict, verbose_name="按对象区分的依据"),
                ),
                (
                    "local_practice",
                    models.BooleanField(default=False, verbose_name="仅为地方或工作要求"),
                ),
                ("method", models.CharField(blank=True, max_length=300, verbose_name="检查方法")),
                ("evidence", models.CharField(blank=True, max_length=200, verbose_name="证据要求")),
                (
                    "typical_problem",
                    models.CharField(blank=True, max_length=300, verbose_name="常见问题"),
                ),
                (
                    "suggested_fix",
                    models.CharField(blank=True, max_length=300, verbose_name="整改建议"),
                ),
                (
                    "violation",
                    models.CharField(blank=True, max_length=20, verbose_name="对应违法情形"),
                ),
                (
                    "electronic",
                    models.CharField(blank=True, max_length=4, verbose_name="电子档案检查内容"),
                ),
                (
                    "articles",
                    models.ManyToManyField(
                        blank=True, to="legislation.article", verbose_name="依据条文"
                    ),
                ),
                (
                    "checklist",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="inspections.checklist",
                        verbose_name="清单",
                    ),
                ),
            ],
            options={
                "verbose_name": "检查事项",
                "verbose_name_plural": "检查事项",
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("checklist", "code"), name="checklist_item_one_code"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Inspection",
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
                            ("daily", "日常检查"),
                            ("special", "专项检查"),
                            ("case", "个案检查"),
                            ("look_back", "回头看"),
                        ],
                        max_length=10,
                        verbose_name="检查类型",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="检查事由")),
                ("scheduled_on", models.DateField(verbose_name="检查日期")),
                (
                    "session",
                    models.CharField(
                        choices=[("morning", "上午"), ("afternoon", "下午")],
                        default="afternoon",
                        max_length=10,
                        verbose_name="时段",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="地点")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "拟检查"),
                            ("pending", "待审批"),
                            ("approved", "已批准"),
                            ("on_site", "现场检查"),
                            ("recorded", "待反馈"),
                            ("rectifying", "整改中"),
                            ("closed", "已办结"),
                            ("cancelled", "已取消"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "approved_on",
                    models.DateField(editable=False, null=True, verbose_name="批准日期"),
                ),
                (
                    "inspected_on",
                    models.DateField(editable=False, null=True, verbose_name="实际检查日期"),
                ),
                ("arrived_at", models.TimeField(null=True, verbose_name="到达时间")),
                ("left_at", models.TimeField(null=True, verbose_name="离开时间")),
                (
                    "certificates_shown",
                    models.BooleanField(default=False, verbose_name="已出示执法证件"),
                ),
                ("methods", models.JSONField(default=list, verbose_name="检查方式")),
                ("met", models.CharField(blank=True, max_length=200, verbose_name="在场人员")),
                ("summary", models.TextField(blank=True, verbose_name="检查概况")),
                (
                    "oral_feedback_to",
                    models.CharField(blank=True, max_length=200, verbose_name="口头反馈对象"),
                ),
                ("oral_feedback", models.TextField(blank=True, verbose_name="口头反馈内容")),
                ("signed_by", models.CharField(blank=True, max_length=60, verbose_name="签字人")),
                (
                    "refusal_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="拒绝签字的原因"),
                ),
                ("witness", models.CharField(blank=True, max_length=100, verbose_name="见证人")),
                ("reported_on", models.DateField(null=True, verbose_name="填报平台日期")),
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
                    "checklist",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="inspections.checklist",
                        verbose_name="检查清单",
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
                    "origin",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="look_backs",
                        to="inspections.inspection",
                        verbose_name="原检查",
                    ),
                ),
                (
                    "signature",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="签名",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inspections",
                        to="units.unit",
                        verbose_name="被检查单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "检查",
                "verbose_name_plural": "检查",
                "permissions": [
                    ("draft_inspection", "拟定检查"),
                    ("approve_inspection", "批准检查"),
                    ("record_inspection", "记录现场检查"),
                    ("draft_letter", "起草检查文书"),
                    ("report_to_platform", "填报执法监督平台"),
                ],
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("text", models.TextField(verbose_name="问题")),
                ("requirement", models.TextField(verbose_name="整改要求")),
                ("basis", models.CharField(max_length=300, verbose_name="依据")),
                (
                    "severity",
                    models.CharField(
                        choices=[("A", "限期整改"), ("B", "应当整改"), ("C", "建议改进")],
                        max_length=1,
                        verbose_name="严重程度",
                    ),
                ),
                ("guidance", models.TextField(blank=True, verbose_name="怎么改（馆方指导）")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "待整改"),
                            ("replied", "待复核"),
                            ("returned", "已退回"),
                            ("accepted", "已销号"),
                        ],
                        default="open",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("due_on", models.DateField(editable=False, null=True, verbose_name="整改期限")),
                (
                    "accepted_on",
                    models.DateField(editable=False, null=True, verbose_name="销号日期"),
                ),
                (
                    "guidance_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="指导人",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="inspections.checklistitem",
                        verbose_name="检查事项",
                    ),
                ),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="inspections.inspection",
                        verbose_name="检查",
                    ),
                ),
            ],
            options={
                "verbose_name": "问题",
                "verbose_name_plural": "问题",
                "ordering": ["inspection", "position"],
                "permissions": [
                    ("answer_finding", "回复整改情况"),
                    ("review_reply", "复核整改回复"),
                    ("give_guidance", "填写整改指导"),
                ],
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("inspection", "position"), name="finding_one_per_position"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Exemplary",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.TextField(verbose_name="推荐理由")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("nominated", "已推荐"),
                            ("decided", "已确定"),
                            ("declined", "未采纳"),
                        ],
                        default="nominated",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("nominated_on", models.DateField(verbose_name="推荐日期")),
                (
                    "decided_on",
                    models.DateField(editable=False, null=True, verbose_name="决定日期"),
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
                    "nominated_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="推荐人",
                    ),
                ),
                (
                    "inspection",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="inspections.inspection",
                        verbose_name="检查",
                    ),
                ),
            ],
            options={
                "verbose_name": "整改优秀典型",
                "verbose_name_plural": "整改优秀典型",
                "permissions": [
                    ("nominate_exemplary", "推荐整改典型"),
                    ("decide_exemplary", "确定整改典型"),
                ],
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="Interview",
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
                        choices=[("work", "工作约谈"), ("statutory", "法定约谈")],
                        max_length=10,
                        verbose_name="性质",
                    ),
                ),
                ("reason", models.TextField(verbose_name="约谈事由")),
                ("scheduled_on", models.DateField(verbose_name="约谈日期")),
                ("scheduled_at", models.TimeField(verbose_name="约谈时间")),
                ("place", models.CharField(max_length=200, verbose_name="约谈地点")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "拟约谈"), ("notified", "已通知"), ("held", "已约谈")],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "held_on",
                    models.DateField(editable=False, null=True, verbose_name="实际约谈日期"),
                ),
                ("present", models.CharField(blank=True, max_length=300, verbose_name="参加人员")),
                ("minutes", models.TextField(blank=True, verbose_name="约谈记录")),
                ("commitments", models.TextField(blank=True, verbose_name="单位承诺")),
                (
                    "commitment_due",
                    models.DateField(blank=True, null=True, verbose_name="承诺期限"),
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
                    "findings",
                    models.ManyToManyField(to="inspections.finding", verbose_name="未整改的问题"),
                ),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interviews",
                        to="inspections.inspection",
                        verbose_name="检查",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="units.unit",
                        verbose_name="被约谈单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "约谈",
                "verbose_name_plural": "约谈",
                "permissions": [("hold_interview", "约谈")],
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("attended", models.BooleanField(null=True, verbose_name="是否到场")),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="inspections.inspection",
                        verbose_name="检查",
                    ),
                ),
                (
                    "observer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="观察员",
                    ),
                ),
            ],
            options={
                "verbose_name": "观察员邀请",
                "verbose_name_plural": "观察员邀请",
                "permissions": [("view_invitation", "查看观察邀请")],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("inspection", "observer"), name="invitation_once_per_visit"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ItemResult",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("conforms", "符合"),
                            ("fails", "不符合"),
                            ("not_applicable", "不适用"),
                        ],
                        max_length=16,
                        verbose_name="结果",
                    ),
                ),
                ("facts", models.TextField(blank=True, verbose_name="事实记录")),
                ("recorded_at", models.DateTimeField(auto_now=True, verbose_name="记录时间")),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="results",
                        to="inspections.inspection",
                        verbose_name="检查",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="inspections.checklistitem",
                        verbose_name="检查事项",
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
                "verbose_name": "检查结果",
                "verbose_name_plural": "检查结果",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("inspection", "item"), name="result_one_per_item"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Lead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("inspection", "检查发现"),
                            ("tip", "投诉举报"),
                            ("transfer", "其他机关移送"),
                            ("visit", "领导调研发现"),
                        ],
                        max_length=12,
                        verbose_name="来源",
                    ),
                ),
                ("text", models.TextField(verbose_name="线索内容")),
                ("received_on", models.DateField(verbose_name="收到日期")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "待核查"),
                            ("case_filed", "已立案"),
                            ("inspected", "已转检查"),
                            ("dropped", "不予立案"),
                        ],
                        default="open",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
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
                        to="accounts.party",
                        verbose_name="涉及的当事人",
                    ),
                ),
                (
                    "registered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
            ],
            options={
                "verbose_name": "线索",
                "verbose_name_plural": "线索",
                "permissions": [("register_lead", "登记线索")],
                "default_permissions": ("view",),
            },
        ),
        migrations.AddField(
            model_name="inspection",
            name="lead",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="inspections",
                to="inspections.lead",
                verbose_name="线索",
            ),
        ),
        migrations.CreateModel(
            name="LookBackResult",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("fixed", "已整改"),
                            ("partly", "部分整改"),
                            ("not_fixed", "未整改"),
                        ],
                        max_length=10,
                        verbose_name="结果",
                    ),
                ),
                ("facts", models.TextField(blank=True, verbose_name="事实记录")),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="look_back_results",
                        to="inspections.finding",
                        verbose_name="问题",
                    ),
                ),
                (
                    "look_back",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="look_back_results",
                        to="inspections.inspection",
                        verbose_name="回头看",
                    ),
                ),
            ],
            options={
                "verbose_name": "回头看结果",
                "verbose_name_plural": "回头看结果",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("look_back", "finding"), name="look_back_one_result_per_finding"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("title", models.CharField(max_length=100, verbose_name="名称")),
                ("purpose", models.TextField(blank=True, verbose_name="检查目的和依据")),
                ("method", models.TextField(blank=True, verbose_name="检查方式")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "起草"),
                            ("submitted", "待审定"),
                            ("approved", "已审定"),
                            ("published", "已公布"),
                            ("closed", "已总结"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "approved_on",
                    models.DateField(editable=False, null=True, verbose_name="审定日期"),
                ),
                (
                    "published_on",
                    models.DateField(editable=False, null=True, verbose_name="公布日期"),
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
                        verbose_name="起草人",
                    ),
                ),
            ],
            options={
                "verbose_name": "年度检查计划",
                "verbose_name_plural": "年度检查计划",
                "permissions": [
                    ("draft_plan", "编制计划"),
                    ("check_plan", "审核计划"),
                    ("approve_plan", "审定计划"),
                    ("publish_plan", "公布计划"),
                ],
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("bureau", "year"),
                        name="plan_one_per_year",
                        violation_error_message="本年度已经有检查计划，请在原计划上修改。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanItem",
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
                        choices=[("daily", "日常检查"), ("special", "专项检查")],
                        max_length=10,
                        verbose_name="检查类型",
                    ),
                ),
                ("month", models.PositiveSmallIntegerField(verbose_name="计划月份")),
                (
                    "deviation",
                    models.CharField(blank=True, max_length=200, verbose_name="未按计划完成的原因"),
                ),
                (
                    "checklist",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="inspections.checklist",
                        verbose_name="检查清单",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="inspections.plan",
                        verbose_name="计划",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="units.unit",
                        verbose_name="被检查单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "计划项目",
                "verbose_name_plural": "计划项目",
                "ordering": ["month", "pk"],
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("month__range", (1, 12))),
                        name="plan_item_month_in_year",
                        violation_error_message="月份应当是 1 到 12。",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="inspection",
            name="plan_item",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="inspections",
                to="inspections.planitem",
                verbose_name="计划项目",
            ),
        ),
        migrations.CreateModel(
            name="Reply",
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
                            ("fixed", "已经改好"),
                            ("more_time", "需要多一些时间"),
                            ("objection", "我们有不同意见"),
                        ],
                        max_length=10,
                        verbose_name="回复",
                    ),
                ),
                ("text", models.TextField(verbose_name="说明")),
                ("until", models.DateField(blank=True, null=True, verbose_name="希望延到")),
                ("replied_on", models.DateField(verbose_name="回复日期")),
                ("on_behalf", models.BooleanField(default=False, verbose_name="代录")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("accepted", "同意"), ("returned", "退回")],
                        max_length=10,
                        verbose_name="复核结果",
                    ),
                ),
                ("outcome_note", models.TextField(blank=True, verbose_name="复核意见")),
                ("reviewed_on", models.DateField(null=True, verbose_name="复核日期")),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="inspections.finding",
                        verbose_name="问题",
                    ),
                ),
                (
                    "replied_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="录入人",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="复核人",
                    ),
                ),
            ],
            options={
                "verbose_name": "整改回复",
                "verbose_name_plural": "整改回复",
                "ordering": ["pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="TeamMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("lead", "主办"),
                            ("officer", "协办"),
                            ("assistant", "业务指导（馆）"),
                        ],
                        max_length=10,
                        verbose_name="分工",
                    ),
                ),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="team",
                        to="inspections.inspection",
                        verbose_name="检查",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="人员",
                    ),
                ),
            ],
            options={
                "verbose_name": "检查组成员",
                "verbose_name_plural": "检查组成员",
                "ordering": ["pk"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("inspection", "user"),
                        name="team_member_once",
                        violation_error_message="同一人不能重复列入检查组。",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="inspection",
            index=models.Index(
                fields=["bureau", "state", "scheduled_on"], name="inspections_bureau__ffcfa8_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="inspection",
            index=models.Index(
                fields=["unit", "-scheduled_on"], name="inspections_unit_id_5b7b4e_idx"
            ),
        ),
    ]
