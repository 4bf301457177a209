"""All tables of this app, as 7 migrations had made them one after another."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from archives_enforcement.first_tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("supervision", "0001_supervision_notices"),
        ("supervision", "0002_complaints_and_remedies"),
        ("supervision", "0003_rounds"),
        ("supervision", "0004_file_reviews"),
        ("supervision", "0005_sealed_complainants"),
        ("supervision", "0006_fault_records"),
        ("supervision", "0007_ratings"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_squashed_0009_three_administrators"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("documents", "0001_squashed_0017_written_answers"),
        ("inspections", "0001_squashed_0029_circular_before_a_lead"),
        ("penalties", "0001_squashed_0018_deferrals_of_before"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="Content",
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
                        ("code", models.CharField(max_length=12, unique=True, verbose_name="代码")),
                        ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                        ("text", models.CharField(max_length=100, verbose_name="内容")),
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
                        "verbose_name": "监督检查内容",
                        "verbose_name_plural": "监督检查内容",
                        "ordering": ["position"],
                        "default_permissions": ("view",),
                    },
                ),
                migrations.CreateModel(
                    name="Ground",
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
                        ("code", models.CharField(max_length=12, unique=True, verbose_name="代码")),
                        ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                        ("text", models.CharField(max_length=100, verbose_name="情形")),
                        (
                            "normative",
                            models.BooleanField(default=False, verbose_name="属于规范性文件"),
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
                        "verbose_name": "监督情形",
                        "verbose_name_plural": "监督情形",
                        "ordering": ["position"],
                        "default_permissions": ("view",),
                    },
                ),
                migrations.CreateModel(
                    name="RatedVisit",
                    fields=[
                        (
                            "inspection",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="rated",
                                serialize=False,
                                to="inspections.inspection",
                                verbose_name="检查",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "已评价的检查",
                        "verbose_name_plural": "已评价的检查",
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="ScoreItem",
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
                        ("code", models.CharField(max_length=12, unique=True, verbose_name="代码")),
                        ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                        ("text", models.CharField(max_length=200, verbose_name="评查项目")),
                        (
                            "points",
                            models.PositiveSmallIntegerField(verbose_name="分值（0为否决项）"),
                        ),
                        ("basis", models.CharField(max_length=200, verbose_name="依据")),
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
                        "verbose_name": "案卷评查项目",
                        "verbose_name_plural": "案卷评查项目",
                        "ordering": ["position"],
                        "default_permissions": ("view",),
                    },
                ),
                migrations.CreateModel(
                    name="Complaint",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("petition", "申诉"),
                                    ("report", "检举"),
                                    ("charge", "控告"),
                                    ("advice", "建议"),
                                ],
                                max_length=10,
                                verbose_name="性质",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("person", "公民"),
                                    ("body", "法人或者其他组织"),
                                    ("congress", "人大"),
                                    ("conference", "政协"),
                                    ("judicial", "司法机关"),
                                    ("other", "其他部门"),
                                ],
                                max_length=12,
                                verbose_name="来源",
                            ),
                        ),
                        (
                            "tip",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="complaint",
                                to="inspections.tip",
                                verbose_name="来件",
                            ),
                        ),
                        ("received_on", models.DateField(verbose_name="收到日期")),
                        ("text", models.TextField(verbose_name="反映的内容")),
                        (
                            "inspection",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inspections.inspection",
                                verbose_name="涉及的检查",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="penalties.case",
                                verbose_name="涉及的案件",
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
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("received", "待指定调查人"),
                                    ("assigned", "调查中"),
                                    ("found", "待答复"),
                                    ("answered", "已答复"),
                                    ("referred", "已转有权机关"),
                                ],
                                default="received",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "investigator",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="调查人",
                            ),
                        ),
                        (
                            "assigned_on",
                            models.DateField(editable=False, null=True, verbose_name="指定日期"),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("true", "属实"),
                                    ("partly", "部分属实"),
                                    ("untrue", "不属实"),
                                    ("unclear", "无法查实"),
                                    ("adopted", "建议已采纳"),
                                    ("not_adopted", "建议未采纳"),
                                ],
                                max_length=12,
                                verbose_name="调查结论",
                            ),
                        ),
                        ("findings", models.TextField(blank=True, verbose_name="查明的情况")),
                        ("handling", models.TextField(blank=True, verbose_name="处理意见")),
                        (
                            "found_on",
                            models.DateField(editable=False, null=True, verbose_name="查结日期"),
                        ),
                        (
                            "way",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("letter", "书面"),
                                    ("call", "电话"),
                                    ("meeting", "当面"),
                                    ("page", "凭查询码网上查看"),
                                    ("none", "没有留下联系方式，无法答复"),
                                ],
                                max_length=10,
                                verbose_name="答复方式",
                            ),
                        ),
                        ("answer", models.TextField(blank=True, verbose_name="答复内容")),
                        (
                            "answered_on",
                            models.DateField(editable=False, null=True, verbose_name="答复日期"),
                        ),
                        (
                            "competent",
                            models.CharField(blank=True, max_length=100, verbose_name="有权机关"),
                        ),
                        (
                            "against",
                            models.ManyToManyField(
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="被反映的人员",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "对执法的投诉和建议",
                        "verbose_name_plural": "对执法的投诉和建议",
                        "permissions": [
                            ("register_complaint", "登记和答复对执法的投诉"),
                            ("assign_complaint", "指定投诉的调查人"),
                            ("investigate_complaint", "调查对执法的投诉"),
                        ],
                        "default_permissions": ("view",),
                    },
                ),
                migrations.CreateModel(
                    name="FaultRecord",
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
                            "officer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="当事人员",
                            ),
                        ),
                        ("forms", models.JSONField(verbose_name="过错情形")),
                        ("facts", models.TextField(verbose_name="过错事实")),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("round", "监督检查"),
                                    ("review", "案卷评查"),
                                    ("notice", "监督通知（决定）"),
                                    ("complaint", "投诉、检举"),
                                    ("lamp", "过错预警"),
                                    ("remedy", "复议、诉讼、赔偿"),
                                    ("other", "其他"),
                                ],
                                max_length=12,
                                verbose_name="来源",
                            ),
                        ),
                        (
                            "content_type",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="contenttypes.contenttype",
                                verbose_name="来源记录种类",
                            ),
                        ),
                        (
                            "object_id",
                            models.PositiveBigIntegerField(null=True, verbose_name="来源记录"),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inspections.inspection",
                                verbose_name="涉及的检查",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="penalties.case",
                                verbose_name="涉及的案件",
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
                        (
                            "registered_on",
                            models.DateField(editable=False, verbose_name="登记日期"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("registered", "待指定调查人"),
                                    ("assigned", "待告知"),
                                    ("told", "待陈述申辩"),
                                    ("heard", "待提出意见"),
                                    ("proposed", "待决定"),
                                    ("decided", "处理中"),
                                    ("closed", "已办结"),
                                    ("exempt", "不予追究"),
                                    ("referred", "已转有权机关"),
                                ],
                                default="registered",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "investigator",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="调查人",
                            ),
                        ),
                        (
                            "assigned_on",
                            models.DateField(editable=False, null=True, verbose_name="指定日期"),
                        ),
                        (
                            "told_on",
                            models.DateField(editable=False, null=True, verbose_name="告知日期"),
                        ),
                        ("statement", models.TextField(blank=True, verbose_name="陈述和申辩")),
                        (
                            "stated_on",
                            models.DateField(editable=False, null=True, verbose_name="陈述日期"),
                        ),
                        (
                            "stated_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="陈述录入人",
                            ),
                        ),
                        ("findings", models.TextField(blank=True, verbose_name="查明的情况")),
                        ("harm", models.TextField(blank=True, verbose_name="危害后果或者不良影响")),
                        (
                            "opinion",
                            models.TextField(blank=True, verbose_name="处理意见和对申辩的答复"),
                        ),
                        ("proposed", models.JSONField(default=list, verbose_name="建议的处理方式")),
                        (
                            "proposed_on",
                            models.DateField(editable=False, null=True, verbose_name="提出日期"),
                        ),
                        ("reasons", models.TextField(blank=True, verbose_name="决定的理由")),
                        (
                            "exempt_on",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("no_fault", "过错事实不能成立"),
                                    ("no_harm", "没有造成危害后果或者不良影响"),
                                    ("not_his", "不是他的责任"),
                                    ("other", "依照规定不予追究（写明条款）"),
                                ],
                                max_length=10,
                                verbose_name="不予追究的情形",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="决定人",
                            ),
                        ),
                        (
                            "decided_on",
                            models.DateField(editable=False, null=True, verbose_name="决定日期"),
                        ),
                        (
                            "competent",
                            models.CharField(blank=True, max_length=100, verbose_name="有权机关"),
                        ),
                        (
                            "ended_on",
                            models.DateField(editable=False, null=True, verbose_name="办结日期"),
                        ),
                    ],
                    options={
                        "verbose_name": "过错责任",
                        "verbose_name_plural": "过错责任",
                        "permissions": [
                            ("register_fault", "登记过错责任"),
                            ("assign_fault", "指定过错责任的调查人"),
                            ("investigate_fault", "调查过错责任"),
                            ("decide_fault", "决定过错责任"),
                            ("answer_fault", "对本人的过错责任陈述申辩"),
                        ],
                        "default_permissions": ("view",),
                    },
                ),
                migrations.CreateModel(
                    name="FileReview",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="file_reviews",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        (
                            "begun_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="发起人",
                            ),
                        ),
                        ("begun_on", models.DateField(editable=False, verbose_name="发起日期")),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "评查中"), ("decided", "已评定")],
                                default="open",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "score",
                            models.PositiveSmallIntegerField(
                                editable=False, null=True, verbose_name="得分"
                            ),
                        ),
                        (
                            "grade",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("excellent", "优秀"),
                                    ("good", "良好"),
                                    ("passed", "合格"),
                                    ("failed", "不合格"),
                                ],
                                editable=False,
                                max_length=10,
                                verbose_name="等级",
                            ),
                        ),
                        ("opinion", models.TextField(blank=True, verbose_name="评查意见")),
                        (
                            "decided_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="评查人",
                            ),
                        ),
                        (
                            "decided_on",
                            models.DateField(editable=False, null=True, verbose_name="评定日期"),
                        ),
                    ],
                    options={
                        "verbose_name": "案卷评查",
                        "verbose_name_plural": "案卷评查",
                        "default_permissions": ("view",),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "open")),
                                fields=("case",),
                                name="file_review_one_open",
                                violation_error_message="这个案件的案卷正在评查。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Issuer",
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
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("own", "本机关的执法监督机构"),
                                    ("justice", "同级司法行政部门"),
                                    ("superior", "上级档案主管部门"),
                                ],
                                max_length=10,
                                verbose_name="性质",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                help_text="如：本局法规科；示例区司法局",
                                max_length=100,
                                verbose_name="名称",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                help_text="如：三定规定、执法监督制度的文号",
                                max_length=200,
                                verbose_name="依据",
                            ),
                        ),
                        ("active", models.BooleanField(default=True, verbose_name="使用中")),
                    ],
                    options={
                        "verbose_name": "监督机构",
                        "verbose_name_plural": "监督机构",
                        "ordering": ["kind", "pk"],
                        "default_permissions": ("add", "change", "view"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("bureau", "name"),
                                name="issuer_one_per_name",
                                violation_error_message="这个监督机构已经登记。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Rating",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "bureau",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.bureau",
                                verbose_name="被评价机关",
                            ),
                        ),
                        ("quarter", models.DateField(verbose_name="季度")),
                        ("showed", models.PositiveSmallIntegerField(verbose_name="亮证和说明")),
                        ("within", models.PositiveSmallIntegerField(verbose_name="检查范围")),
                        ("civil", models.PositiveSmallIntegerField(verbose_name="言行文明")),
                        ("clear", models.PositiveSmallIntegerField(verbose_name="讲解清楚")),
                        ("burden", models.PositiveSmallIntegerField(verbose_name="负担")),
                        ("text", models.TextField(blank=True, verbose_name="意见")),
                    ],
                    options={
                        "verbose_name": "检查评价",
                        "verbose_name_plural": "检查评价",
                        "permissions": [("give_rating", "评价检查")],
                        "default_permissions": ("view",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("showed__range", (1, 5))),
                                name="rating_showed_in_range",
                                violation_error_message="每一题请选 1 到 5 分。",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("within__range", (1, 5))),
                                name="rating_within_in_range",
                                violation_error_message="每一题请选 1 到 5 分。",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("civil__range", (1, 5))),
                                name="rating_civil_in_range",
                                violation_error_message="每一题请选 1 到 5 分。",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("clear__range", (1, 5))),
                                name="rating_clear_in_range",
                                violation_error_message="每一题请选 1 到 5 分。",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("burden__range", (1, 5))),
                                name="rating_burden_in_range",
                                violation_error_message="每一题请选 1 到 5 分。",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Remedy",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("review", "行政复议"),
                                    ("suit", "行政诉讼"),
                                    ("compensation", "行政赔偿"),
                                    ("mediation", "行政调解"),
                                ],
                                max_length=12,
                                verbose_name="种类",
                            ),
                        ),
                        (
                            "simple",
                            models.BooleanField(default=False, verbose_name="简易程序（行政复议）"),
                        ),
                        (
                            "applicant",
                            models.CharField(max_length=100, verbose_name="申请人（原告、当事人）"),
                        ),
                        ("body", models.CharField(max_length=100, verbose_name="办理机关")),
                        (
                            "number",
                            models.CharField(blank=True, max_length=60, verbose_name="案号"),
                        ),
                        ("received_on", models.DateField(verbose_name="收到日期")),
                        ("claims", models.TextField(verbose_name="请求")),
                        (
                            "paper",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="documents.document",
                                verbose_name="涉及的文书",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="remedies",
                                to="penalties.case",
                                verbose_name="涉及的案件",
                            ),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="remedies",
                                to="inspections.inspection",
                                verbose_name="涉及的检查",
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
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "待答复"),
                                    ("pending", "办理中"),
                                    ("concluded", "已办结"),
                                ],
                                default="open",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "answered_on",
                            models.DateField(editable=False, null=True, verbose_name="答复日期"),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("upheld", "维持"),
                                    ("revoked", "撤销"),
                                    ("changed", "变更"),
                                    ("unlawful", "确认违法"),
                                    ("void", "确认无效"),
                                    ("perform", "责令履行"),
                                    ("dismissed", "驳回"),
                                    ("settled", "调解、和解达成协议"),
                                    ("failed", "没有达成协议"),
                                    ("paid", "决定赔偿"),
                                    ("unpaid", "不予赔偿"),
                                    ("withdrawn", "撤回、终止"),
                                ],
                                max_length=12,
                                verbose_name="结果",
                            ),
                        ),
                        ("decision", models.TextField(blank=True, verbose_name="结果的内容")),
                        (
                            "amount",
                            models.PositiveBigIntegerField(null=True, verbose_name="金额（元）"),
                        ),
                        (
                            "decision_number",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="决定（裁判）文书号"
                            ),
                        ),
                        (
                            "concluded_on",
                            models.DateField(editable=False, null=True, verbose_name="办结日期"),
                        ),
                    ],
                    options={
                        "verbose_name": "复议、诉讼、赔偿和调解",
                        "verbose_name_plural": "复议、诉讼、赔偿和调解",
                        "permissions": [("keep_remedy", "登记复议、诉讼、赔偿和调解")],
                        "default_permissions": ("view",),
                    },
                ),
                migrations.CreateModel(
                    name="Round",
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
                        ("title", models.CharField(max_length=100, verbose_name="名称")),
                        (
                            "method",
                            models.CharField(
                                choices=[("self", "自查"), ("mutual", "互查"), ("sample", "抽查")],
                                max_length=10,
                                verbose_name="方式",
                            ),
                        ),
                        ("since", models.DateField(verbose_name="检查、案件的期间自")),
                        ("until", models.DateField(verbose_name="至")),
                        (
                            "wanted_checks",
                            models.PositiveSmallIntegerField(
                                null=True, verbose_name="抽取检查（次）"
                            ),
                        ),
                        (
                            "wanted_cases",
                            models.PositiveSmallIntegerField(
                                null=True, verbose_name="抽取案件（件）"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("frozen", "待抽取"),
                                    ("drawn", "评查中"),
                                    ("summed", "待通报"),
                                    ("circulated", "待报告纠正情况"),
                                    ("reported", "待核实"),
                                    ("closed", "已办结"),
                                ],
                                default="frozen",
                                editable=False,
                                max_length=12,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "drafted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="组织人",
                            ),
                        ),
                        ("drafted_on", models.DateField(editable=False, verbose_name="拟定日期")),
                        ("pool", models.JSONField(editable=False, verbose_name="抽取范围")),
                        (
                            "digest",
                            models.CharField(
                                editable=False, max_length=64, verbose_name="抽取范围的摘要"
                            ),
                        ),
                        (
                            "contribution",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="见证人给出的数字"
                            ),
                        ),
                        (
                            "witness",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="见证人",
                            ),
                        ),
                        (
                            "drawn_on",
                            models.DateField(editable=False, null=True, verbose_name="抽取日期"),
                        ),
                        (
                            "receiver",
                            models.CharField(blank=True, max_length=100, verbose_name="受查机构"),
                        ),
                        (
                            "problems",
                            models.TextField(blank=True, verbose_name="普遍性、倾向性问题"),
                        ),
                        ("requirements", models.TextField(blank=True, verbose_name="整改意见")),
                        (
                            "term",
                            models.PositiveSmallIntegerField(null=True, verbose_name="报告期限"),
                        ),
                        (
                            "unit",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("workday", "工作日"),
                                    ("calendar_day", "日"),
                                    ("month", "月"),
                                    ("year", "年"),
                                    ("hour", "小时"),
                                    ("fixed_date", "固定日期"),
                                    ("none", "非日期"),
                                ],
                                max_length=12,
                                verbose_name="期限单位",
                            ),
                        ),
                        (
                            "circulated_on",
                            models.DateField(editable=False, null=True, verbose_name="通报日期"),
                        ),
                        ("report", models.TextField(blank=True, verbose_name="检查纠正情况")),
                        (
                            "reported_on",
                            models.DateField(editable=False, null=True, verbose_name="报告日期"),
                        ),
                        (
                            "reported_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="报告人",
                            ),
                        ),
                        ("closing", models.TextField(blank=True, verbose_name="核实情况")),
                        (
                            "closed_on",
                            models.DateField(editable=False, null=True, verbose_name="办结日期"),
                        ),
                    ],
                    options={
                        "verbose_name": "执法监督检查",
                        "verbose_name_plural": "执法监督检查",
                        "default_permissions": ("view",),
                    },
                ),
                migrations.CreateModel(
                    name="RoundItem",
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
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="items",
                                to="supervision.round",
                                verbose_name="执法监督检查",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                        (
                            "inspection",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inspections.inspection",
                                verbose_name="检查",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="penalties.case",
                                verbose_name="案件",
                            ),
                        ),
                        (
                            "reviewer",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="评查人",
                            ),
                        ),
                        (
                            "guest",
                            models.CharField(
                                blank=True,
                                max_length=100,
                                verbose_name="互查的评查人（单位、姓名）",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(editable=False, null=True, verbose_name="评查日期"),
                        ),
                    ],
                    options={
                        "verbose_name": "监督检查的检查和案件",
                        "verbose_name_plural": "监督检查的检查和案件",
                        "ordering": ["round", "position"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="ContentFinding",
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
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="findings",
                                to="supervision.rounditem",
                                verbose_name="评查",
                            ),
                        ),
                        (
                            "content",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="supervision.content",
                                verbose_name="内容",
                            ),
                        ),
                        (
                            "verdict",
                            models.CharField(
                                choices=[
                                    ("good", "没有问题"),
                                    ("problem", "有问题"),
                                    ("none", "不涉及"),
                                ],
                                max_length=10,
                                verbose_name="结论",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="问题")),
                    ],
                    options={
                        "verbose_name": "评查结论",
                        "verbose_name_plural": "评查结论",
                        "ordering": ["item", "content"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("item", "content"), name="content_finding_one_per_content"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FileScore",
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
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="scores",
                                to="supervision.filereview",
                                verbose_name="案卷评查",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="supervision.scoreitem",
                                verbose_name="评查项目",
                            ),
                        ),
                        ("points", models.PositiveSmallIntegerField(verbose_name="分值")),
                        (
                            "proposed",
                            models.PositiveSmallIntegerField(null=True, verbose_name="系统预评"),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=300, verbose_name="预评理由"),
                        ),
                        (
                            "lost",
                            models.PositiveSmallIntegerField(
                                null=True, verbose_name="扣分（否决项1为否决）"
                            ),
                        ),
                        (
                            "note",
                            models.CharField(blank=True, max_length=300, verbose_name="评查说明"),
                        ),
                    ],
                    options={
                        "verbose_name": "评查得分",
                        "verbose_name_plural": "评查得分",
                        "ordering": ["review", "item__position"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="SupervisionNotice",
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
                            "issuer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="supervision.issuer",
                                verbose_name="发出机构",
                            ),
                        ),
                        (
                            "form",
                            models.CharField(
                                choices=[
                                    ("supervision_notice", "行政执法监督通知书"),
                                    ("supervision_decision", "行政执法监督决定书"),
                                ],
                                max_length=20,
                                verbose_name="文种",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(blank=True, max_length=60, verbose_name="文号"),
                        ),
                        ("issued_on", models.DateField(null=True, verbose_name="发出日期")),
                        ("receiver", models.CharField(max_length=100, verbose_name="被监督的机构")),
                        (
                            "ground",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="supervision.ground",
                                verbose_name="监督情形",
                            ),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inspections.inspection",
                                verbose_name="涉及的检查",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="penalties.case",
                                verbose_name="涉及的案件",
                            ),
                        ),
                        ("facts", models.TextField(verbose_name="认定的事实和理由")),
                        (
                            "result",
                            models.CharField(
                                choices=[
                                    ("self_correct", "责令自行纠正"),
                                    ("propose", "建议撤销（报有权机关）"),
                                    ("revoked", "撤销（由发出机关依职权决定）"),
                                ],
                                max_length=12,
                                verbose_name="处理决定",
                            ),
                        ),
                        (
                            "competent",
                            models.CharField(blank=True, max_length=100, verbose_name="有权机关"),
                        ),
                        ("requirement", models.TextField(verbose_name="处理决定的内容")),
                        ("basis", models.TextField(verbose_name="依据")),
                        ("manner", models.TextField(verbose_name="执行方式")),
                        ("term", models.PositiveSmallIntegerField(verbose_name="纠正和报告期限")),
                        (
                            "unit",
                            models.CharField(
                                choices=[
                                    ("workday", "工作日"),
                                    ("calendar_day", "日"),
                                    ("month", "月"),
                                    ("year", "年"),
                                    ("hour", "小时"),
                                    ("fixed_date", "固定日期"),
                                    ("none", "非日期"),
                                ],
                                max_length=12,
                                verbose_name="期限单位",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "拟发"),
                                    ("issued", "待签收"),
                                    ("open", "待纠正"),
                                    ("reported", "待核实"),
                                    ("closed", "已办结"),
                                    ("revoked", "复查撤销"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
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
                            "received_on",
                            models.DateField(editable=False, null=True, verbose_name="签收日期"),
                        ),
                        (
                            "received_by",
                            models.CharField(blank=True, max_length=60, verbose_name="签收人"),
                        ),
                        ("report", models.TextField(blank=True, verbose_name="纠正情况报告")),
                        (
                            "reported_on",
                            models.DateField(editable=False, null=True, verbose_name="报告日期"),
                        ),
                        (
                            "reported_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="报告人",
                            ),
                        ),
                        ("closing", models.TextField(blank=True, verbose_name="核实情况")),
                        (
                            "closed_on",
                            models.DateField(editable=False, null=True, verbose_name="办结日期"),
                        ),
                    ],
                    options={
                        "verbose_name": "执法监督通知（决定）书",
                        "verbose_name_plural": "执法监督通知（决定）书",
                        "permissions": [
                            ("supervise", "执法监督"),
                            ("answer_supervision", "签收、报告和申请复查"),
                        ],
                        "default_permissions": ("view",),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("number", ""), _negated=True),
                                fields=("bureau", "issuer", "number"),
                                name="supervision_notice_received_once",
                                violation_error_message="这份文书已经录入。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReviewRequest",
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
                            "notice",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="review_request",
                                to="supervision.supervisionnotice",
                                verbose_name="执法监督通知（决定）书",
                            ),
                        ),
                        ("reasons", models.TextField(verbose_name="复查请求和理由")),
                        (
                            "requested_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="申请人",
                            ),
                        ),
                        ("requested_on", models.DateField(editable=False, verbose_name="申请日期")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("upheld", "维持"),
                                    ("changed", "变更"),
                                    ("revoked", "撤销"),
                                ],
                                max_length=10,
                                verbose_name="复查决定",
                            ),
                        ),
                        ("findings", models.TextField(blank=True, verbose_name="查明的情况")),
                        ("decision", models.TextField(blank=True, verbose_name="复查决定的内容")),
                        (
                            "number",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="复查决定书文号"
                            ),
                        ),
                        (
                            "decided_on",
                            models.DateField(editable=False, null=True, verbose_name="决定日期"),
                        ),
                    ],
                    options={
                        "verbose_name": "监督复查申请",
                        "verbose_name_plural": "监督复查申请",
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="FaultHandling",
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
                            "record",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="handlings",
                                to="supervision.faultrecord",
                                verbose_name="过错责任",
                            ),
                        ),
                        (
                            "measure",
                            models.CharField(
                                choices=[
                                    ("written", "（一）责令书面检查"),
                                    ("circular", "（二）通报批评"),
                                    ("suspend", "（三）暂扣行政执法证件（建议）"),
                                    ("revoke", "（三）吊销行政执法证件（建议）"),
                                    ("transfer", "（三）调离行政执法工作岗位"),
                                    ("warning", "（四）警告（建议）"),
                                    ("demerit", "（四）记过（建议）"),
                                    ("great_demerit", "（四）记大过（建议）"),
                                    ("demotion", "（四）降级（建议）"),
                                    ("removal", "（四）撤职（建议）"),
                                    ("dismissal", "（四）开除（建议）"),
                                    ("pay_part", "（五）承担部分赔偿费用"),
                                    ("pay_all", "（五）承担全部赔偿费用"),
                                    ("crime", "（六）移送司法机关（监察机关）（建议）"),
                                ],
                                max_length=16,
                                verbose_name="处理方式",
                            ),
                        ),
                        (
                            "competent",
                            models.CharField(blank=True, max_length=100, verbose_name="有权机关"),
                        ),
                        (
                            "number",
                            models.CharField(blank=True, max_length=60, verbose_name="建议文号"),
                        ),
                        (
                            "sent_on",
                            models.DateField(editable=False, null=True, verbose_name="送出日期"),
                        ),
                        (
                            "result",
                            models.TextField(blank=True, verbose_name="落实情况或者有权机关的答复"),
                        ),
                        (
                            "done_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="落实或者答复日期"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "过错处理",
                        "verbose_name_plural": "过错处理",
                        "ordering": ["pk"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("record", "measure"), name="fault_handling_once_a_measure"
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
