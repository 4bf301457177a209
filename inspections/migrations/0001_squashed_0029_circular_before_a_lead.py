"""All tables of this app, as 28 migrations had made them one after another."""

import uuid

import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models

from archives_enforcement.first_tables import CreateTables
from inspections.migrations import _frozen


class Migration(migrations.Migration):
    replaces = [
        ("inspections", "0001_initial"),
        ("inspections", "0002_initial"),
        ("inspections", "0003_provable_draw"),
        ("inspections", "0004_coverage"),
        ("inspections", "0005_checklists"),
        ("inspections", "0006_on_site"),
        ("inspections", "0007_offline"),
        ("inspections", "0008_plan_check_and_observers"),
        ("inspections", "0009_campaigns"),
        ("inspections", "0010_exhibit_numbers"),
        ("inspections", "0011_rectification"),
        ("inspections", "0012_refusing_and_extending"),
        ("inspections", "0013_questions_from_paper"),
        ("inspections", "0014_self_inspection"),
        ("inspections", "0015_assessment"),
        ("inspections", "0016_measures"),
        ("inspections", "0018_self_reminders"),
        ("inspections", "0019_discarded_rounds_go_first"),
        ("inspections", "0020_lead_settled"),
        ("inspections", "0021_tips"),
        ("inspections", "0022_look_backs_in_assessments"),
        ("inspections", "0023_tips_merged_in_chains"),
        ("inspections", "0024_lead_from_a_hall"),
        ("inspections", "0025_inspections_newest_first"),
        ("inspections", "0026_days_for_each_kind"),
        ("inspections", "0027_granted_day_and_reminder"),
        ("inspections", "0028_nominated_anew"),
        ("inspections", "0029_circular_before_a_lead"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_squashed_0009_three_administrators"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("documents", "0001_squashed_0017_written_answers"),
        ("files", "0001_squashed_0005_withdrawn"),
        ("legislation", "0001_squashed_0002_local_rules"),
        ("units", "0001_squashed_0006_pinyin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables(
            models=[
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
                            "bureau",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="accounts.bureau",
                                verbose_name="机关",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="考核年度")),
                        (
                            "rule",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="inspections.assessmentrule",
                                verbose_name="考核规则",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("draft", "计算中"), ("published", "已公布")],
                                default="draft",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "as_of",
                            models.DateField(editable=False, null=True, verbose_name="计算到"),
                        ),
                        (
                            "prepared_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="经办人",
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
                        (
                            "appeal_by",
                            models.DateField(
                                editable=False, null=True, verbose_name="申请复核的期限"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "年度考核",
                        "verbose_name_plural": "年度考核",
                        "ordering": ["-year"],
                        "permissions": [
                            ("run_assessment", "办理年度考核"),
                            ("publish_assessment", "公布年度考核、答复复核、设定考核规则"),
                        ],
                        "default_permissions": ("view",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("bureau", "year"),
                                name="assessment_one_a_year",
                                violation_error_message="这一年的考核已经有了，请在原来的考核里办理。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AssessmentResult",
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
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="results",
                                to="inspections.assessment",
                                verbose_name="年度考核",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessment_results",
                                to="units.unit",
                                verbose_name="单位",
                            ),
                        ),
                        ("lines", models.JSONField(verbose_name="计分")),
                        (
                            "total",
                            models.DecimalField(
                                decimal_places=2, max_digits=5, verbose_name="得分"
                            ),
                        ),
                        ("grade", models.CharField(max_length=10, verbose_name="等级")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("counted", "没有申请复核"),
                                    ("appealed", "复核中"),
                                    ("decided", "已复核"),
                                ],
                                default="counted",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "told_on",
                            models.DateField(editable=False, null=True, verbose_name="公布日期"),
                        ),
                        (
                            "notice",
                            models.OneToOneField(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="documents.document",
                                verbose_name="通报",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "考核结果",
                        "verbose_name_plural": "考核结果",
                        "ordering": ["-total", "unit__party__name"],
                        "permissions": [("appeal_assessment", "查看考核结果和申请复核")],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("assessment", "unit"), name="assessment_result_once_a_unit"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Appeal",
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
                            "result",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appeal",
                                to="inspections.assessmentresult",
                                verbose_name="考核结果",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="理由")),
                        ("filed_on", models.DateField(verbose_name="申请日期")),
                        (
                            "filed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="申请人",
                            ),
                        ),
                        ("on_behalf", models.BooleanField(default=False, verbose_name="代录")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[("kept", "维持"), ("changed", "更正")],
                                max_length=10,
                                verbose_name="复核结果",
                            ),
                        ),
                        ("answer", models.TextField(blank=True, verbose_name="答复")),
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
                        ("answered_on", models.DateField(null=True, verbose_name="答复日期")),
                        ("lines", models.JSONField(null=True, verbose_name="更正后的计分")),
                        (
                            "total",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="更正后的得分",
                            ),
                        ),
                        (
                            "grade",
                            models.CharField(
                                blank=True, max_length=10, verbose_name="更正后的等级"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "考核复核",
                        "verbose_name_plural": "考核复核",
                        "ordering": ["pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="AssessmentRule",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                to="accounts.bureau",
                                verbose_name="机关",
                            ),
                        ),
                        ("valid_from", models.DateField(verbose_name="启用日期")),
                        ("checks", models.PositiveSmallIntegerField(verbose_name="检查（分）")),
                        (
                            "rectification",
                            models.PositiveSmallIntegerField(verbose_name="整改（分）"),
                        ),
                        (
                            "look_back",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="回头看（分）"
                            ),
                        ),
                        (
                            "self_report",
                            models.PositiveSmallIntegerField(verbose_name="自查报送（分）"),
                        ),
                        ("safety", models.PositiveSmallIntegerField(verbose_name="安全评价（分）")),
                        (
                            "late_share",
                            models.PositiveSmallIntegerField(
                                default=50,
                                validators=[django.core.validators.MaxValueValidator(100)],
                                verbose_name="逾期办到的计（%）",
                            ),
                        ),
                        (
                            "partly_share",
                            models.PositiveSmallIntegerField(
                                default=50,
                                validators=[django.core.validators.MaxValueValidator(100)],
                                verbose_name="回头看部分整改的计（%）",
                            ),
                        ),
                        (
                            "excellent",
                            models.PositiveSmallIntegerField(verbose_name="优秀（分以上）"),
                        ),
                        ("good", models.PositiveSmallIntegerField(verbose_name="良好（分以上）")),
                        (
                            "passing",
                            models.PositiveSmallIntegerField(verbose_name="合格（分以上）"),
                        ),
                        ("source", models.CharField(max_length=200, verbose_name="来源")),
                        (
                            "made_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="设定人",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "考核规则",
                        "verbose_name_plural": "考核规则",
                        "ordering": ["-valid_from"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("bureau", "valid_from"),
                                name="assessment_rule_one_a_day",
                                violation_error_message="这一天已经有一条考核规则启用，请改选启用日期。",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "safety",
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.expressions.CombinedExpression(
                                                    django.db.models.expressions.CombinedExpression(
                                                        models.Value(100), "-", models.F("checks")
                                                    ),
                                                    "-",
                                                    models.F("rectification"),
                                                ),
                                                "-",
                                                models.F("look_back"),
                                            ),
                                            "-",
                                            models.F("self_report"),
                                        ),
                                    )
                                ),
                                name="assessment_rule_of_a_hundred",
                                violation_error_message="各部分的分值合计应当是 100 分。",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("excellent__gt", models.F("good")),
                                    ("excellent__lte", 100),
                                    ("good__gt", models.F("passing")),
                                ),
                                name="assessment_rule_grades_in_order",
                                violation_error_message="三个等级的分数应当从高到低，不超过 100。",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Checklist",
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
                        (
                            "series",
                            models.SlugField(
                                default="general",
                                editable=False,
                                max_length=40,
                                verbose_name="清单系列",
                            ),
                        ),
                        ("code", models.SlugField(max_length=40, unique=True, verbose_name="代码")),
                        ("name", models.CharField(max_length=100, verbose_name="名称")),
                        (
                            "state",
                            models.CharField(
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
                        ("valid_from", models.DateField(null=True, verbose_name="启用日期")),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="停用日期"),
                        ),
                        ("source", models.CharField(max_length=200, verbose_name="来源")),
                        (
                            "based_on",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inspections.checklist",
                                verbose_name="蓝本",
                            ),
                        ),
                        (
                            "minutes",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="documents.document",
                                verbose_name="联席会议纪要",
                            ),
                        ),
                        (
                            "adopted_under",
                            models.CharField(
                                blank=True, editable=False, max_length=200, verbose_name="采用依据"
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
                            "adopted_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="采用人",
                            ),
                        ),
                        (
                            "adopted_on",
                            models.DateField(editable=False, null=True, verbose_name="采用日期"),
                        ),
                        (
                            "parts",
                            models.ManyToManyField(
                                editable=False,
                                related_name="merged_into",
                                to="inspections.checklist",
                                verbose_name="合并的清单",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "检查清单",
                        "verbose_name_plural": "检查清单",
                        "permissions": [
                            ("draft_checklist", "编制检查清单"),
                            ("adopt_checklist", "采用检查清单"),
                        ],
                        "default_permissions": ("view",),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "discarded"), _negated=True),
                                fields=("bureau", "name"),
                                name="checklist_one_name",
                                violation_error_message="本机关已经有同名的清单，请换一个名称，便于区分版本。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Campaign",
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
                            "origin",
                            models.CharField(
                                choices=[("below", "本机关部署"), ("entered", "上级交办（登记）")],
                                editable=False,
                                max_length=8,
                                verbose_name="来源",
                            ),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="名称")),
                        ("superior", models.CharField(max_length=100, verbose_name="部署机关")),
                        ("reference", models.CharField(max_length=60, verbose_name="文号")),
                        ("circular", models.CharField(max_length=200, verbose_name="文件标题")),
                        ("begins_on", models.DateField(verbose_name="检查开始日期")),
                        ("ends_on", models.DateField(verbose_name="检查结束日期")),
                        ("reports_from", models.DateField(verbose_name="报送开始日期")),
                        ("due_on", models.DateField(verbose_name="报送截止日期")),
                        (
                            "first_due_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="原定报送截止日期"
                            ),
                        ),
                        (
                            "checklist",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="campaigns",
                                to="inspections.checklist",
                                verbose_name="检查清单",
                            ),
                        ),
                        (
                            "selection",
                            models.CharField(
                                choices=[
                                    ("every", "一类单位全部检查"),
                                    ("number", "每个机关检查规定的数量"),
                                    ("named", "由参加机关自行选定"),
                                ],
                                max_length=8,
                                verbose_name="选取单位的办法",
                            ),
                        ),
                        (
                            "unit_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("organ", "机关"),
                                    ("mass_organization", "团体"),
                                    ("institution", "事业单位"),
                                    ("state_enterprise", "国有企业"),
                                    ("private_enterprise", "民营企业"),
                                    ("archives", "档案馆"),
                                    ("service_enterprise", "档案服务企业"),
                                    ("township", "乡镇街道"),
                                    ("village", "村居"),
                                    ("social_organization", "社会组织"),
                                    ("person", "个人"),
                                ],
                                max_length=30,
                                verbose_name="单位性质",
                            ),
                        ),
                        (
                            "unit_number",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="每个机关的单位数"
                            ),
                        ),
                        ("questions", models.JSONField(default=list, verbose_name="文字内容")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "起草"),
                                    ("submitted", "待下达"),
                                    ("issued", "已下达"),
                                    ("closed", "已结束"),
                                    ("withdrawn", "已撤回"),
                                    ("discarded", "已放弃"),
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
                                verbose_name="起草人",
                            ),
                        ),
                        (
                            "issued_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="下达人",
                            ),
                        ),
                        (
                            "issued_on",
                            models.DateField(editable=False, null=True, verbose_name="下达日期"),
                        ),
                        (
                            "ended_on",
                            models.DateField(editable=False, null=True, verbose_name="结束日期"),
                        ),
                        (
                            "ending",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=500,
                                verbose_name="结束的说明",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "专项检查（上级）",
                        "verbose_name_plural": "专项检查（上级）",
                        "permissions": [
                            ("draft_campaign", "起草专项检查"),
                            ("issue_campaign", "下达专项检查"),
                            ("answer_campaign", "办理专项检查报送"),
                            ("send_campaign", "签发专项检查报送表"),
                        ],
                        "default_permissions": ("view",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("begins_on__lte", models.F("ends_on")),
                                    ("begins_on__lte", models.F("reports_from")),
                                    ("reports_from__lte", models.F("due_on")),
                                ),
                                name="campaign_days_in_order",
                                violation_error_message="日期的先后不对：检查开始不能晚于检查结束和报送开始，报送开始不能晚于报送截止。请核对文件后改正。",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "discarded"), _negated=True),
                                fields=("bureau", "name"),
                                name="campaign_one_name",
                                violation_error_message="本机关已经有同名的专项检查，请换一个名称（如写明年度）。",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChecklistItem",
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
                            "checklist",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="items",
                                to="inspections.checklist",
                                verbose_name="清单",
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
                            models.JSONField(
                                blank=True, default=dict, verbose_name="按对象区分的严重程度"
                            ),
                        ),
                        ("basis", models.CharField(max_length=300, verbose_name="依据")),
                        (
                            "basis_by_kind",
                            models.JSONField(
                                blank=True, default=dict, verbose_name="按对象区分的依据"
                            ),
                        ),
                        (
                            "local_practice",
                            models.BooleanField(default=False, verbose_name="仅为地方或工作要求"),
                        ),
                        (
                            "method",
                            models.CharField(blank=True, max_length=300, verbose_name="检查方法"),
                        ),
                        (
                            "evidence",
                            models.CharField(blank=True, max_length=200, verbose_name="证据要求"),
                        ),
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
                            models.CharField(
                                blank=True, max_length=20, verbose_name="对应违法情形"
                            ),
                        ),
                        (
                            "electronic",
                            models.CharField(
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
                        (
                            "points",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="分值"
                            ),
                        ),
                        ("veto", models.BooleanField(default=False, verbose_name="一票否决")),
                        (
                            "condition",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dependents",
                                to="inspections.checklistitem",
                                verbose_name="前提事项",
                            ),
                        ),
                        (
                            "condition_result",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("conforms", "符合"),
                                    ("fails", "不符合"),
                                    ("not_applicable", "不适用"),
                                ],
                                max_length=16,
                                verbose_name="前提结果",
                            ),
                        ),
                        (
                            "articles",
                            models.ManyToManyField(
                                blank=True, to="legislation.article", verbose_name="依据条文"
                            ),
                        ),
                        (
                            "sources",
                            models.ManyToManyField(
                                editable=False,
                                related_name="answered_by",
                                to="inspections.checklistitem",
                                verbose_name="同时答复的事项",
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
                            ),
                            models.CheckConstraint(
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
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CoverageRule",
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
                        ("title", models.CharField(max_length=40, verbose_name="名称")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("any", "各类检查"),
                                    ("daily", "日常检查"),
                                    ("special", "专项检查"),
                                    ("random", "随机抽取的检查"),
                                ],
                                default="any",
                                max_length=10,
                                verbose_name="计入的检查",
                            ),
                        ),
                        (
                            "population",
                            models.CharField(
                                choices=[
                                    ("all", "全部在册单位"),
                                    ("other", "企业以外的单位"),
                                    ("enterprise", "企业"),
                                    ("key", "重点监控单位"),
                                    ("backup", "列入登记备份名册的单位"),
                                    ("urgent", "有线索或者重大隐患的单位"),
                                    ("organ", "机关"),
                                    ("mass_organization", "团体"),
                                    ("institution", "事业单位"),
                                    ("state_enterprise", "国有企业"),
                                    ("private_enterprise", "民营企业"),
                                    ("archives", "档案馆"),
                                    ("service_enterprise", "档案服务企业"),
                                    ("township", "乡镇街道"),
                                    ("village", "村居"),
                                    ("social_organization", "社会组织"),
                                    ("person", "个人"),
                                ],
                                default="all",
                                max_length=30,
                                verbose_name="范围",
                            ),
                        ),
                        (
                            "min_share",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="比例下限（%）",
                            ),
                        ),
                        (
                            "max_share",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="比例上限（%）",
                            ),
                        ),
                        (
                            "unit_min",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(12),
                                ],
                                verbose_name="每单位每年不少于（次）",
                            ),
                        ),
                        (
                            "unit_max",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(12),
                                ],
                                verbose_name="每单位每年不超过（次）",
                            ),
                        ),
                        ("effective_from", models.DateField(verbose_name="自何日起适用")),
                        (
                            "ended_on",
                            models.DateField(editable=False, null=True, verbose_name="适用至"),
                        ),
                        ("source", models.CharField(max_length=200, verbose_name="依据")),
                        (
                            "mark",
                            models.CharField(
                                choices=[
                                    ("LOCAL", "地方做法"),
                                    ("V", "已核对原文"),
                                    ("V2", "据转载材料核对"),
                                ],
                                max_length=10,
                                verbose_name="性质",
                            ),
                        ),
                        (
                            "is_sample",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="取自示例规则"
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="设定人",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "覆盖规则",
                        "verbose_name_plural": "覆盖规则",
                        "ordering": ["effective_from", "pk"],
                        "permissions": [("set_coverage", "设定覆盖规则和检查时间")],
                        "default_permissions": (),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("min_share__isnull", False),
                                    ("max_share__isnull", False),
                                    ("unit_min__isnull", False),
                                    ("unit_max__isnull", False),
                                    _connector="OR",
                                ),
                                name="coverage_rule_says_something",
                                violation_error_message="请至少填写一个比例或者次数。",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("min_share", None),
                                    ("max_share", None),
                                    ("min_share__lte", models.F("max_share")),
                                    _connector="OR",
                                ),
                                name="coverage_rule_shares_in_order",
                                violation_error_message="比例下限不能高于比例上限。",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("unit_min", None),
                                    ("unit_max", None),
                                    ("unit_min__lte", models.F("unit_max")),
                                    _connector="OR",
                                ),
                                name="coverage_rule_numbers_in_order",
                                violation_error_message="每单位的次数下限不能高于上限。",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "random"), _negated=True),
                                    models.Q(("unit_max", None), ("unit_min", None)),
                                    _connector="OR",
                                ),
                                name="coverage_rule_no_number_for_draws",
                                violation_error_message="抽中谁由随机抽取决定，只能规定比例，不能规定每单位的次数。",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Draw",
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
                            "kinds",
                            models.JSONField(blank=True, default=list, verbose_name="单位性质"),
                        ),
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
                        (
                            "witness_name",
                            models.CharField(max_length=60, verbose_name="监督人姓名"),
                        ),
                        (
                            "witness_post",
                            models.CharField(max_length=100, verbose_name="监督人单位和职务"),
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
                        (
                            "frozen",
                            models.TextField(blank=True, editable=False, verbose_name="公示内容"),
                        ),
                        (
                            "keys",
                            models.JSONField(default=dict, editable=False, verbose_name="名单所指"),
                        ),
                        (
                            "digest",
                            models.CharField(
                                blank=True, editable=False, max_length=64, verbose_name="摘要"
                            ),
                        ),
                        (
                            "published_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="公示时间"
                            ),
                        ),
                        (
                            "contribution",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=60,
                                verbose_name="监督人给出的内容",
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
                        (
                            "result",
                            models.TextField(blank=True, editable=False, verbose_name="抽取结果"),
                        ),
                        (
                            "drawn_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="抽取时间"
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
                            "redraw_reason",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=500,
                                verbose_name="重新抽取的原因",
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
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("enterprise_cap__gte", 1), ("unit_count__gte", 1)
                                ),
                                name="draw_of_some",
                                violation_error_message="抽取单位数和企业检查次数上限至少是 1。",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("officer_count__gte", 2)),
                                name="draw_two_officers_each",
                                violation_error_message="每个单位至少抽取两名执法人员。依据：本机关检查工作规范；对处罚案件为《中华人民共和国行政处罚法》第四十二条。",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DrawExclusion",
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
                            "draw",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="exclusions",
                                to="inspections.draw",
                                verbose_name="随机抽取",
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
                        ("reason", models.CharField(max_length=100, verbose_name="原因")),
                    ],
                    options={
                        "verbose_name": "不列入名单",
                        "verbose_name_plural": "不列入名单",
                        "ordering": ["pk"],
                        "default_permissions": (),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("unit", None), ("officer", None), _connector="XOR"
                                ),
                                name="draw_exclusion_of_one",
                                violation_error_message="请选择一个单位，或者一名执法人员。",
                            ),
                            models.UniqueConstraint(
                                fields=("draw", "unit"), name="draw_exclusion_unit_once"
                            ),
                            models.UniqueConstraint(
                                fields=("draw", "officer"), name="draw_exclusion_officer_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Exemplary",
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
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="inspections.inspection",
                                verbose_name="检查",
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
                        (
                            "nominated_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="推荐人",
                            ),
                        ),
                        ("nominated_on", models.DateField(verbose_name="推荐日期")),
                        (
                            "decided_on",
                            models.DateField(editable=False, null=True, verbose_name="决定日期"),
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
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "declined"), _negated=True),
                                fields=("inspection",),
                                name="exemplary_one_standing_per_visit",
                                violation_error_message="这次检查已经推荐过整改典型。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Consent",
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
                            "exemplary",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="consent",
                                to="inspections.exemplary",
                                verbose_name="整改优秀典型",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "等待单位答复"),
                                    ("given", "单位同意"),
                                    ("declined", "单位不同意"),
                                    ("withdrawn", "单位已撤回同意"),
                                ],
                                default="asked",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        ("asked_on", models.DateField(verbose_name="征求意见日期")),
                        (
                            "name_shown",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="公开时的单位名称"
                            ),
                        ),
                        (
                            "reason",
                            models.TextField(blank=True, verbose_name="不同意或者撤回的原因"),
                        ),
                        (
                            "answered_on",
                            models.DateField(editable=False, null=True, verbose_name="答复日期"),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="录入人",
                            ),
                        ),
                        (
                            "on_behalf",
                            models.BooleanField(default=False, editable=False, verbose_name="代录"),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(editable=False, null=True, verbose_name="撤回日期"),
                        ),
                    ],
                    options={
                        "verbose_name": "公开同意",
                        "verbose_name_plural": "公开同意",
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Finding",
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
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="inspections.inspection",
                                verbose_name="检查",
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
                        (
                            "guidance",
                            models.TextField(blank=True, verbose_name="怎么改（馆方指导）"),
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
                        (
                            "due_on",
                            models.DateField(editable=False, null=True, verbose_name="整改期限"),
                        ),
                        (
                            "accepted_on",
                            models.DateField(editable=False, null=True, verbose_name="销号日期"),
                        ),
                        (
                            "owner",
                            models.CharField(blank=True, max_length=100, verbose_name="责任人"),
                        ),
                        (
                            "progress",
                            models.PositiveSmallIntegerField(
                                default=0, editable=False, verbose_name="完成比例（%）"
                            ),
                        ),
                        (
                            "paused_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="暂停整改日期"
                            ),
                        ),
                        (
                            "spot_fix",
                            models.OneToOneField(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="inspections.spotfix",
                                verbose_name="当场整改",
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
                    name="ExemplaryPair",
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
                            "exemplary",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pairs",
                                to="inspections.exemplary",
                                verbose_name="整改优秀典型",
                            ),
                        ),
                        (
                            "finding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="inspections.finding",
                                verbose_name="问题",
                            ),
                        ),
                        ("words", models.TextField(verbose_name="整改情况")),
                        (
                            "before",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="files.storedfile",
                                verbose_name="整改前照片",
                            ),
                        ),
                        (
                            "after",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="files.storedfile",
                                verbose_name="整改后照片",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "整改前后",
                        "verbose_name_plural": "整改前后",
                        "ordering": ["exemplary", "finding__position"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("exemplary", "finding"), name="exemplary_pair_once"
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
                                related_name="inspections",
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
                        (
                            "plan_item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="inspections",
                                to="inspections.planitem",
                                verbose_name="计划项目",
                            ),
                        ),
                        (
                            "lead",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="inspections",
                                to="inspections.lead",
                                verbose_name="线索",
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
                            "campaign",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="inspections",
                                to="inspections.campaign",
                                verbose_name="专项检查（上级）",
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
                            "reason",
                            models.CharField(blank=True, max_length=200, verbose_name="检查事由"),
                        ),
                        (
                            "cap_exception",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("clue", "投诉举报、转办交办、数据监测等线索"),
                                    ("request", "企业申请"),
                                    ("superior", "上级部署的专项检查"),
                                ],
                                max_length=10,
                                verbose_name="不受频次上限限制的情形",
                            ),
                        ),
                        (
                            "unannounced",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="不预先通知的理由"
                            ),
                        ),
                        (
                            "urgent_reason",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=200,
                                verbose_name="紧急检查的理由",
                            ),
                        ),
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
                        (
                            "place",
                            models.CharField(blank=True, max_length=200, verbose_name="地点"),
                        ),
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
                                    ("unapproved", "未经批准"),
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
                            models.DateField(editable=False, null=True, verbose_name="批准日期"),
                        ),
                        (
                            "refused_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="不予批准的人",
                            ),
                        ),
                        (
                            "refused_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="不予批准的日期"
                            ),
                        ),
                        (
                            "refused_because",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=200,
                                verbose_name="不予批准的理由",
                            ),
                        ),
                        (
                            "inspected_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="实际检查日期"
                            ),
                        ),
                        ("arrived_at", models.TimeField(null=True, verbose_name="到达时间")),
                        ("left_at", models.TimeField(null=True, verbose_name="离开时间")),
                        (
                            "certificates_shown",
                            models.BooleanField(default=False, verbose_name="已出示执法证件"),
                        ),
                        ("methods", models.JSONField(default=list, verbose_name="检查方式")),
                        (
                            "met",
                            models.CharField(blank=True, max_length=200, verbose_name="在场人员"),
                        ),
                        ("powers", models.JSONField(default=list, verbose_name="行使的职权")),
                        ("summary", models.TextField(blank=True, verbose_name="检查概况")),
                        (
                            "oral_feedback_to",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="口头反馈对象"
                            ),
                        ),
                        (
                            "oral_feedback",
                            models.TextField(blank=True, verbose_name="口头反馈内容"),
                        ),
                        (
                            "signed_by",
                            models.CharField(blank=True, max_length=60, verbose_name="签字人"),
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
                            "refusal_reason",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="拒绝签字的原因"
                            ),
                        ),
                        (
                            "witness",
                            models.CharField(blank=True, max_length=100, verbose_name="见证人"),
                        ),
                        ("reported_on", models.DateField(null=True, verbose_name="填报平台日期")),
                        (
                            "earned",
                            models.PositiveSmallIntegerField(
                                editable=False, null=True, verbose_name="得分"
                            ),
                        ),
                        (
                            "possible",
                            models.PositiveSmallIntegerField(
                                editable=False, null=True, verbose_name="满分"
                            ),
                        ),
                        (
                            "grade",
                            models.CharField(
                                blank=True, editable=False, max_length=10, verbose_name="等级"
                            ),
                        ),
                        (
                            "last_exhibit",
                            models.PositiveIntegerField(
                                default=0, editable=False, verbose_name="末号（证据）"
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
                        "indexes": [
                            models.Index(
                                fields=["bureau", "state", "scheduled_on"],
                                name="inspections_bureau__ffcfa8_idx",
                            ),
                            models.Index(
                                fields=["unit", "-scheduled_on"],
                                name="inspections_unit_id_5b7b4e_idx",
                            ),
                            models.Index(
                                models.F("bureau"),
                                models.OrderBy(
                                    django.db.models.functions.comparison.Coalesce(
                                        "inspected_on", "scheduled_on"
                                    ),
                                    descending=True,
                                ),
                                models.OrderBy(models.F("id"), descending=True),
                                name="inspection_newest_first",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Exhibit",
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
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="exhibits",
                                to="inspections.inspection",
                                verbose_name="检查",
                            ),
                        ),
                        (
                            "file",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="exhibit",
                                to="files.storedfile",
                                verbose_name="文件",
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="证据编号")),
                    ],
                    options={
                        "verbose_name": "现场证据",
                        "verbose_name_plural": "现场证据",
                        "ordering": ["number"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("inspection", "number"),
                                name="exhibit_number_once_per_visit",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Interview",
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
                                to="units.unit",
                                verbose_name="被约谈单位",
                            ),
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
                                choices=[
                                    ("draft", "拟约谈"),
                                    ("notified", "已通知"),
                                    ("held", "已约谈"),
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
                            "held_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="实际约谈日期"
                            ),
                        ),
                        (
                            "present",
                            models.CharField(blank=True, max_length=300, verbose_name="参加人员"),
                        ),
                        ("minutes", models.TextField(blank=True, verbose_name="约谈记录")),
                        (
                            "signed_on",
                            models.DateField(editable=False, null=True, verbose_name="签字日期"),
                        ),
                        (
                            "signed_by",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="签字的单位代表"
                            ),
                        ),
                        (
                            "refusal_reason",
                            models.TextField(blank=True, verbose_name="拒绝签字的原因"),
                        ),
                        (
                            "order",
                            models.OneToOneField(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="documents.document",
                                verbose_name="责令限期整改通知书",
                            ),
                        ),
                        (
                            "findings",
                            models.ManyToManyField(
                                to="inspections.finding", verbose_name="未整改的问题"
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
                    name="Commitment",
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
                            "interview",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="commitments",
                                to="inspections.interview",
                                verbose_name="约谈",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                        ("text", models.TextField(verbose_name="承诺")),
                        ("due_on", models.DateField(verbose_name="承诺期限")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[("kept", "已做到"), ("broken", "没有做到")],
                                editable=False,
                                max_length=10,
                                verbose_name="核实结果",
                            ),
                        ),
                        ("outcome_note", models.TextField(blank=True, verbose_name="核实情况")),
                        (
                            "checked_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="核实人",
                            ),
                        ),
                        (
                            "checked_on",
                            models.DateField(editable=False, null=True, verbose_name="核实日期"),
                        ),
                    ],
                    options={
                        "verbose_name": "约谈承诺",
                        "verbose_name_plural": "约谈承诺",
                        "ordering": ["interview", "position"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("interview", "position"), name="commitment_one_per_position"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Invitation",
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
                        ("attended", models.BooleanField(null=True, verbose_name="是否到场")),
                        (
                            "pledged_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="保密承诺日期"
                            ),
                        ),
                        (
                            "pledged_on_paper",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="纸质承诺"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "观察员邀请",
                        "verbose_name_plural": "观察员邀请",
                        "permissions": [
                            ("view_invitation", "查看观察邀请"),
                            ("pledge_confidentiality", "签署保密承诺"),
                        ],
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
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
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
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="记录人",
                            ),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(auto_now=True, verbose_name="记录时间"),
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
                                to="accounts.party",
                                verbose_name="涉及的当事人",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("inspection", "检查发现"),
                                    ("tip", "投诉举报"),
                                    ("transfer", "其他机关移送"),
                                    ("superior", "上级交办"),
                                    ("hall", "档案馆报告"),
                                    ("media", "媒体反映"),
                                    ("visit", "领导调研发现"),
                                ],
                                max_length=12,
                                verbose_name="来源",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="线索内容")),
                        ("received_on", models.DateField(verbose_name="收到日期")),
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
                                    ("open", "待核查"),
                                    ("case_filed", "已立案"),
                                    ("inspected", "已转检查"),
                                    ("dropped", "不予立案"),
                                    ("settled", "已办结"),
                                ],
                                default="open",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
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
                migrations.CreateModel(
                    name="Escalation",
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
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="escalations",
                                to="inspections.inspection",
                                verbose_name="检查",
                            ),
                        ),
                        (
                            "step",
                            models.CharField(
                                choices=[
                                    ("remind", "提醒"),
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
                        ("taken_on", models.DateField(verbose_name="办理日期")),
                        (
                            "findings",
                            models.ManyToManyField(
                                related_name="escalations",
                                to="inspections.finding",
                                verbose_name="没有改好的问题",
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
                    name="Leave",
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
                                related_name="leaves",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="执法人员",
                            ),
                        ),
                        ("first_day", models.DateField(verbose_name="自")),
                        ("last_day", models.DateField(verbose_name="至")),
                        ("reason", models.CharField(max_length=100, verbose_name="原因")),
                        (
                            "entered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="登记人",
                            ),
                        ),
                        (
                            "cancelled_on",
                            models.DateField(editable=False, null=True, verbose_name="撤销日期"),
                        ),
                    ],
                    options={
                        "verbose_name": "请假",
                        "verbose_name_plural": "请假",
                        "ordering": ["-first_day", "-pk"],
                        "permissions": [("keep_leave", "登记请假")],
                        "default_permissions": (),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("last_day__gte", models.F("first_day"))),
                                name="leave_ends_after_it_begins",
                                violation_error_message="结束日期不能早于开始日期。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ListPublication",
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
                            "checklist",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="publications",
                                to="inspections.checklist",
                                verbose_name="检查清单",
                            ),
                        ),
                        ("published_on", models.DateField(verbose_name="公布日期")),
                        (
                            "published_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="公布人",
                            ),
                        ),
                        (
                            "place",
                            models.CharField(blank=True, max_length=200, verbose_name="公布的地方"),
                        ),
                    ],
                    options={
                        "verbose_name": "清单的公布",
                        "verbose_name_plural": "清单的公布",
                        "permissions": [("publish_checklist", "公布检查清单")],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("bureau", "checklist"), name="checklist_published_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LookBackResult",
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
                            "look_back",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="look_back_results",
                                to="inspections.inspection",
                                verbose_name="回头看",
                            ),
                        ),
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
                    ],
                    options={
                        "verbose_name": "回头看结果",
                        "verbose_name_plural": "回头看结果",
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("look_back", "finding"),
                                name="look_back_one_result_per_finding",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OfflineBundle",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                                verbose_name="编号",
                            ),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="offline_bundles",
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
                                verbose_name="执法人员",
                            ),
                        ),
                        ("version", models.CharField(max_length=64, verbose_name="内容摘要")),
                        ("issued_at", models.DateTimeField(verbose_name="准备时间")),
                        ("valid_until", models.DateTimeField(verbose_name="有效期至")),
                    ],
                    options={
                        "verbose_name": "离线资料",
                        "verbose_name_plural": "离线资料",
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="OfflineAct",
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
                            "bundle",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="acts",
                                to="inspections.offlinebundle",
                                verbose_name="离线资料",
                            ),
                        ),
                        ("uuid", models.UUIDField(verbose_name="设备给的编号")),
                        ("kind", models.CharField(max_length=20, verbose_name="种类")),
                        ("acted_at", models.DateTimeField(verbose_name="设备时间")),
                        ("received_at", models.DateTimeField(verbose_name="收到时间")),
                        ("answer", models.JSONField(default=dict, verbose_name="答复")),
                    ],
                    options={
                        "verbose_name": "离线办理",
                        "verbose_name_plural": "离线办理",
                        "ordering": ["pk"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("bundle", "uuid"), name="offline_act_done_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OralOrder",
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
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="oral_orders",
                                to="inspections.inspection",
                                verbose_name="检查",
                            ),
                        ),
                        ("given_at", models.DateTimeField(verbose_name="责令时间")),
                        ("danger", models.TextField(verbose_name="险情")),
                        ("measures", models.TextField(verbose_name="当场责令采取的措施")),
                        (
                            "told_to",
                            models.CharField(max_length=100, verbose_name="接受责令的人员"),
                        ),
                        (
                            "given_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="责令人",
                            ),
                        ),
                        (
                            "paper",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="documents.document",
                                verbose_name="补发的书面通知",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "紧急口头责令",
                        "verbose_name_plural": "紧急口头责令",
                        "ordering": ["given_at", "pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Participant",
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
                            "campaign",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="participants",
                                to="inspections.campaign",
                                verbose_name="专项检查",
                            ),
                        ),
                        (
                            "bureau",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="participations",
                                to="accounts.bureau",
                                verbose_name="参加机关",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "待报送"),
                                    ("submitted", "待签发"),
                                    ("sent", "已报送"),
                                    ("accepted", "已接收"),
                                ],
                                default="open",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        ("answers", models.JSONField(default=dict, verbose_name="文字内容")),
                        (
                            "shortfall",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="没有按要求选取单位的说明"
                            ),
                        ),
                        (
                            "prepared_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="填报人",
                            ),
                        ),
                        (
                            "returned",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=500,
                                verbose_name="退回的原因",
                            ),
                        ),
                        (
                            "urged_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="最近催报日期"
                            ),
                        ),
                        (
                            "urged_times",
                            models.PositiveSmallIntegerField(
                                default=0, editable=False, verbose_name="催报次数"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "参加机关",
                        "verbose_name_plural": "参加机关",
                        "ordering": ["bureau__code", "pk"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("campaign", "bureau"), name="participant_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CampaignUnit",
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
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="units",
                                to="inspections.participant",
                                verbose_name="参加机关",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="campaign_units",
                                to="units.unit",
                                verbose_name="被检查单位",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "专项检查的单位",
                        "verbose_name_plural": "专项检查的单位",
                        "ordering": ["pk"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("participant", "unit"), name="campaign_unit_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PersonMet",
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
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="people",
                                to="inspections.inspection",
                                verbose_name="检查",
                            ),
                        ),
                        ("name", models.CharField(max_length=60, verbose_name="姓名")),
                        ("title", models.CharField(blank=True, max_length=60, verbose_name="职务")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("head", "单位负责人"),
                                    ("deputy", "分管负责人"),
                                    ("section", "科室负责人"),
                                    ("archivist", "档案工作人员"),
                                    ("other", "其他人员"),
                                ],
                                max_length=10,
                                verbose_name="身份",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "在场人员",
                        "verbose_name_plural": "在场人员",
                        "ordering": ["pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Plan",
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
                        ("title", models.CharField(max_length=100, verbose_name="名称")),
                        ("purpose", models.TextField(blank=True, verbose_name="检查目的和依据")),
                        ("method", models.TextField(blank=True, verbose_name="检查方式")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "起草"),
                                    ("submitted", "待法制审核"),
                                    ("checked", "待审定"),
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
                            "drafted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="起草人",
                            ),
                        ),
                        (
                            "checked_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="法制审核人",
                            ),
                        ),
                        (
                            "checked_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="法制审核日期"
                            ),
                        ),
                        (
                            "opinion",
                            models.TextField(
                                blank=True, editable=False, verbose_name="法制审核意见"
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
                            "closed_on",
                            models.DateField(editable=False, null=True, verbose_name="总结日期"),
                        ),
                        (
                            "summary",
                            models.TextField(blank=True, editable=False, verbose_name="总结"),
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
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                            "checklist",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="inspections.checklist",
                                verbose_name="检查清单",
                            ),
                        ),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("on_site", "现场检查"),
                                    ("joint", "联合检查"),
                                    ("written", "书面检查"),
                                ],
                                default="on_site",
                                max_length=10,
                                verbose_name="检查方式",
                            ),
                        ),
                        (
                            "group",
                            models.CharField(
                                blank=True, editable=False, max_length=80, verbose_name="按组列入"
                            ),
                        ),
                        (
                            "draw",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="items",
                                to="inspections.draw",
                                verbose_name="随机抽取",
                            ),
                        ),
                        (
                            "campaign",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plan_items",
                                to="inspections.campaign",
                                verbose_name="专项检查（上级）",
                            ),
                        ),
                        (
                            "half_day_on",
                            models.DateField(editable=False, null=True, verbose_name="建议的日期"),
                        ),
                        (
                            "session",
                            models.CharField(
                                blank=True,
                                choices=[("morning", "上午"), ("afternoon", "下午")],
                                editable=False,
                                max_length=10,
                                verbose_name="建议的时段",
                            ),
                        ),
                        (
                            "asked_by",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=300,
                                verbose_name="要求检查的规则",
                            ),
                        ),
                        (
                            "deviation",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="未按计划完成的原因"
                            ),
                        ),
                        (
                            "drawn_officers",
                            models.ManyToManyField(
                                editable=False,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="抽中的执法人员",
                            ),
                        ),
                        (
                            "proposed_officers",
                            models.ManyToManyField(
                                editable=False,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="建议的执法人员",
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
                migrations.CreateModel(
                    name="Question",
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
                            "finding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="questions",
                                to="inspections.finding",
                                verbose_name="问题",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="提问")),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="提问人",
                            ),
                        ),
                        ("asked_on", models.DateField(verbose_name="提问日期")),
                        ("on_behalf", models.BooleanField(default=False, verbose_name="代录")),
                        ("answer", models.TextField(blank=True, verbose_name="答复")),
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
                        ("answered_on", models.DateField(null=True, verbose_name="答复日期")),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                to="accounts.bureau",
                                verbose_name="机关",
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
                        (
                            "days_a",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(120),
                                ],
                                verbose_name="限期整改（A）的问题的整改期限",
                            ),
                        ),
                        (
                            "days_b",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(120),
                                ],
                                verbose_name="应当整改（B）的问题的整改期限",
                            ),
                        ),
                        (
                            "days_c",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(120),
                                ],
                                verbose_name="改进建议（C、工作要求）的回复期限",
                            ),
                        ),
                        (
                            "talk_first",
                            models.BooleanField(default=True, verbose_name="函询以前应当约谈"),
                        ),
                        (
                            "inquiry_first",
                            models.BooleanField(default=True, verbose_name="工作通报以前应当函询"),
                        ),
                        (
                            "circular_first",
                            models.BooleanField(
                                default=True, verbose_name="转为线索以前应当工作通报"
                            ),
                        ),
                        ("source", models.CharField(max_length=200, verbose_name="来源")),
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
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
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
                            "stage",
                            models.CharField(
                                choices=[("before", "到期前"), ("due", "到期"), ("after", "逾期")],
                                max_length=10,
                                verbose_name="时点",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="整改期限")),
                        (
                            "recipient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="收件人",
                            ),
                        ),
                        ("to_unit", models.BooleanField(verbose_name="发给单位")),
                        ("sent_on", models.DateField(verbose_name="提醒日期")),
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
                migrations.CreateModel(
                    name="Reply",
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
                            "finding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replies",
                                to="inspections.finding",
                                verbose_name="问题",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
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
                        ("text", models.TextField(verbose_name="说明")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="希望延到")),
                        (
                            "granted",
                            models.DateField(editable=False, null=True, verbose_name="同意延到"),
                        ),
                        (
                            "share",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                                verbose_name="完成比例（%）",
                            ),
                        ),
                        ("replied_on", models.DateField(verbose_name="回复日期")),
                        (
                            "replied_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="录入人",
                            ),
                        ),
                        ("on_behalf", models.BooleanField(default=False, verbose_name="代录")),
                        (
                            "outcome",
                            models.CharField(
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
                        ("outcome_note", models.TextField(blank=True, verbose_name="复核意见")),
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
                        ("reviewed_on", models.DateField(null=True, verbose_name="复核日期")),
                    ],
                    options={
                        "verbose_name": "整改回复",
                        "verbose_name_plural": "整改回复",
                        "ordering": ["pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="ReportBack",
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
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tables",
                                to="inspections.participant",
                                verbose_name="参加机关",
                            ),
                        ),
                        ("figures", models.JSONField(verbose_name="冻结的数据")),
                        ("answers", models.JSONField(verbose_name="文字内容")),
                        (
                            "shortfall",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="没有按要求选取单位的说明"
                            ),
                        ),
                        (
                            "remark",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="统计时的情况"
                            ),
                        ),
                        ("counted_at", models.DateTimeField(verbose_name="统计时间")),
                        ("sent_on", models.DateField(verbose_name="报送日期")),
                        (
                            "sent_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="签发人",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "报送表",
                        "verbose_name_plural": "报送表",
                        "ordering": ["pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Reporter",
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
                            "content_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="contenttypes.contenttype",
                                verbose_name="所属记录种类",
                            ),
                        ),
                        ("object_id", models.PositiveBigIntegerField(verbose_name="所属记录编号")),
                        ("sealed", models.TextField(verbose_name="封存的身份")),
                        ("is_named", models.BooleanField(verbose_name="留有姓名")),
                        ("is_reachable", models.BooleanField(verbose_name="留有联系方式")),
                    ],
                    options={
                        "verbose_name": "反映人身份",
                        "verbose_name_plural": "反映人身份",
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("content_type", "object_id"),
                                name="reporter_one_of_each_record",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReportReceipt",
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
                            "document",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="receipt",
                                to="documents.document",
                                verbose_name="情况报告函",
                            ),
                        ),
                        ("received_on", models.DateField(verbose_name="收悉日期")),
                        (
                            "received_by",
                            models.CharField(max_length=100, verbose_name="接收人（部门）"),
                        ),
                        (
                            "number",
                            models.CharField(blank=True, max_length=60, verbose_name="对方收文号"),
                        ),
                        (
                            "noted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="登记人",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "报告收悉",
                        "verbose_name_plural": "报告收悉",
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="ReportRule",
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
                        ("title", models.CharField(max_length=60, verbose_name="名称")),
                        ("kinds", models.JSONField(default=list, verbose_name="报送义务人")),
                        (
                            "roll",
                            models.CharField(
                                blank=True,
                                choices=[("key", "重点监控单位"), ("backup", "登记备份名册")],
                                max_length=10,
                                verbose_name="限于名册",
                            ),
                        ),
                        ("basis", models.CharField(max_length=200, verbose_name="报送的依据")),
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
                                verbose_name="性质",
                            ),
                        ),
                        (
                            "ceiling",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="实地抽查不超过（%）",
                            ),
                        ),
                        (
                            "remind_before",
                            models.PositiveSmallIntegerField(
                                default=15,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(15),
                                ],
                                verbose_name="到期前几个工作日提醒",
                            ),
                        ),
                        (
                            "ceiling_basis",
                            models.CharField(max_length=200, verbose_name="抽查上限的依据"),
                        ),
                        (
                            "order_article",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="legislation.article",
                                verbose_name="可以责令限期报送的地方性法规条文",
                            ),
                        ),
                        ("effective_from", models.DateField(verbose_name="自何日起适用")),
                        (
                            "ended_on",
                            models.DateField(editable=False, null=True, verbose_name="适用至"),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="设定人",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "报送规则",
                        "verbose_name_plural": "报送规则",
                        "ordering": ["effective_from", "pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="SafetyEvaluation",
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
                                related_name="safety_evaluations",
                                to="units.unit",
                                verbose_name="单位",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                        (
                            "evaluator",
                            models.CharField(
                                choices=[("own", "本机关评价"), ("superior", "上级评价")],
                                max_length=10,
                                verbose_name="评价主体",
                            ),
                        ),
                        (
                            "score",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=5,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="得分（百分制）",
                            ),
                        ),
                        ("evaluated_on", models.DateField(verbose_name="评价日期")),
                        ("source", models.CharField(max_length=200, verbose_name="评价文件")),
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
                        "verbose_name": "档案安全评价",
                        "verbose_name_plural": "档案安全评价",
                        "ordering": ["pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="ScoringRule",
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
                        ("valid_from", models.DateField(verbose_name="启用日期")),
                        (
                            "excellent",
                            models.PositiveSmallIntegerField(verbose_name="优秀（百分之）"),
                        ),
                        ("good", models.PositiveSmallIntegerField(verbose_name="良好（百分之）")),
                        (
                            "passing",
                            models.PositiveSmallIntegerField(verbose_name="合格（百分之）"),
                        ),
                        ("points_a", models.PositiveSmallIntegerField(verbose_name="A 级事项分值")),
                        ("points_b", models.PositiveSmallIntegerField(verbose_name="B 级事项分值")),
                        ("points_c", models.PositiveSmallIntegerField(verbose_name="C 级事项分值")),
                        (
                            "capped_by_a",
                            models.BooleanField(
                                default=True, verbose_name="有 A 级问题的，等级不高于合格"
                            ),
                        ),
                        (
                            "in_letter",
                            models.BooleanField(
                                default=False, verbose_name="得分和等级写入反馈意见书"
                            ),
                        ),
                        ("source", models.CharField(max_length=200, verbose_name="来源")),
                    ],
                    options={
                        "verbose_name": "评分规则",
                        "verbose_name_plural": "评分规则",
                        "ordering": ["-valid_from"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("bureau", "valid_from"),
                                name="scoring_rule_one_a_day",
                                violation_error_message="这一天已经有一条评分规则启用，请改选启用日期。",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("excellent__gt", models.F("good")),
                                    ("excellent__lte", 100),
                                    ("good__gt", models.F("passing")),
                                ),
                                name="scoring_rule_in_order",
                                violation_error_message="三个比例应当从高到低：优秀、良好、合格，都不超过 100。",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SelfForm",
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
                        (
                            "code",
                            models.SlugField(
                                editable=False,
                                max_length=40,
                                null=True,
                                unique=True,
                                verbose_name="代码",
                            ),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="名称")),
                        ("effective_from", models.DateField(verbose_name="启用日期")),
                        ("source", models.CharField(max_length=200, verbose_name="来源")),
                        (
                            "made_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="编制人",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "自查表",
                        "verbose_name_plural": "自查表",
                        "ordering": ["-effective_from", "-pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="SelfInspection",
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
                        ("report_year", models.PositiveSmallIntegerField(verbose_name="报告年度")),
                        (
                            "rule",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="inspections.reportrule",
                                verbose_name="报送规则",
                            ),
                        ),
                        (
                            "form",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="inspections.selfform",
                                verbose_name="自查表",
                            ),
                        ),
                        (
                            "requirements",
                            models.TextField(blank=True, max_length=1000, verbose_name="报送要求"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "准备中"),
                                    ("open", "报送中"),
                                    ("closed", "已汇总"),
                                    ("discarded", "已放弃"),
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
                            "opened_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="布置人",
                            ),
                        ),
                        (
                            "opened_on",
                            models.DateField(editable=False, null=True, verbose_name="布置日期"),
                        ),
                        (
                            "due_on",
                            models.DateField(editable=False, null=True, verbose_name="报送期限"),
                        ),
                        (
                            "closed_on",
                            models.DateField(editable=False, null=True, verbose_name="汇总日期"),
                        ),
                        (
                            "conclusion",
                            models.TextField(blank=True, editable=False, verbose_name="汇总意见"),
                        ),
                        (
                            "summary",
                            models.OneToOneField(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="documents.document",
                                verbose_name="自查审核汇总表",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "年度自查",
                        "verbose_name_plural": "年度自查",
                        "ordering": ["-report_year"],
                        "permissions": [
                            ("run_selfinspection", "办理年度自查"),
                            ("open_selfinspection", "布置年度自查、设定报送规则和自查表"),
                        ],
                        "default_permissions": ("view",),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "discarded"), _negated=True),
                                fields=("bureau", "report_year"),
                                name="self_inspection_one_a_year",
                                violation_error_message="这个报告年度的自查已经有了，请在原来的自查里办理。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SelfQuestion",
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
                            "form",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="questions",
                                to="inspections.selfform",
                                verbose_name="自查表",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="顺序")),
                        (
                            "part",
                            models.CharField(
                                choices=[
                                    ("holdings", "档案保存情况"),
                                    ("database", "数据库运行维护情况"),
                                    ("work", "档案工作情况"),
                                ],
                                max_length=10,
                                verbose_name="部分",
                            ),
                        ),
                        ("text", models.CharField(max_length=200, verbose_name="问题")),
                        (
                            "answer",
                            models.CharField(
                                choices=[("yes_no", "是否"), ("number", "数字"), ("text", "文字")],
                                max_length=10,
                                verbose_name="答法",
                            ),
                        ),
                        (
                            "item_code",
                            models.CharField(
                                blank=True, max_length=10, verbose_name="检查事项编号"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "自查问题",
                        "verbose_name_plural": "自查问题",
                        "ordering": ["position"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("form", "position"), name="self_question_one_place"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SelfReport",
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
                            "self_inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reports",
                                to="inspections.selfinspection",
                                verbose_name="年度自查",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="self_reports",
                                to="units.unit",
                                verbose_name="单位",
                            ),
                        ),
                        ("bound", models.BooleanField(default=True, verbose_name="报送义务人")),
                        (
                            "reason",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="列入或者不列入的理由"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "待报送"),
                                    ("submitted", "待审核"),
                                    ("returned", "已退回"),
                                    ("accepted", "已审核"),
                                    ("excluded", "不列入"),
                                ],
                                default="waiting",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "due_on",
                            models.DateField(editable=False, null=True, verbose_name="报送期限"),
                        ),
                        ("answers", models.JSONField(default=dict, verbose_name="答复")),
                        (
                            "remark",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="需要说明的情况"
                            ),
                        ),
                        (
                            "saved_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="草稿保存时间"
                            ),
                        ),
                        (
                            "saved_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="填写人",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "自查报告",
                        "verbose_name_plural": "自查报告",
                        "ordering": ["unit__party__name"],
                        "permissions": [
                            ("answer_selfreport", "报送自查报告"),
                            ("review_selfreport", "审核自查报告"),
                        ],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("self_inspection", "unit"), name="self_report_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SelfReminder",
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
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reminders",
                                to="inspections.selfreport",
                                verbose_name="自查报告",
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
                        ("due_on", models.DateField(verbose_name="报送期限")),
                        (
                            "recipient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="收件人",
                            ),
                        ),
                        ("to_unit", models.BooleanField(verbose_name="发给单位")),
                        ("sent_on", models.DateField(verbose_name="提醒日期")),
                    ],
                    options={
                        "verbose_name": "报送提醒",
                        "verbose_name_plural": "报送提醒",
                        "ordering": ["sent_on", "pk"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("report", "stage", "due_on", "recipient"),
                                name="self_reminder_once_per_stage_and_person",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SelfSubmission",
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
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="submissions",
                                to="inspections.selfreport",
                                verbose_name="自查报告",
                            ),
                        ),
                        ("content", models.JSONField(verbose_name="内容")),
                        ("remark", models.TextField(blank=True, verbose_name="需要说明的情况")),
                        ("pledged_by", models.CharField(max_length=60, verbose_name="单位负责人")),
                        ("pledge_post", models.CharField(max_length=60, verbose_name="职务")),
                        ("submitted_on", models.DateField(verbose_name="报送日期")),
                        ("submitted_at", models.DateTimeField(verbose_name="报送时间")),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="报送人",
                            ),
                        ),
                        ("on_behalf", models.BooleanField(default=False, verbose_name="代录")),
                        ("digest", models.CharField(max_length=64, verbose_name="内容摘要")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[("accepted", "审核通过"), ("returned", "退回")],
                                max_length=10,
                                verbose_name="审核结果",
                            ),
                        ),
                        ("outcome_note", models.TextField(blank=True, verbose_name="审核意见")),
                        (
                            "reviewed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="审核人",
                            ),
                        ),
                        ("reviewed_on", models.DateField(null=True, verbose_name="审核日期")),
                    ],
                    options={
                        "verbose_name": "自查报送",
                        "verbose_name_plural": "自查报送",
                        "ordering": ["pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="SelfUrge",
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
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="urges",
                                to="inspections.selfreport",
                                verbose_name="自查报告",
                            ),
                        ),
                        (
                            "step",
                            models.CharField(
                                choices=[("reminder", "催报"), ("order", "责令限期报送")],
                                max_length=10,
                                verbose_name="措施",
                            ),
                        ),
                        (
                            "document",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="documents.document",
                                verbose_name="文书",
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
                        ("taken_on", models.DateField(verbose_name="办理日期")),
                    ],
                    options={
                        "verbose_name": "自查督促",
                        "verbose_name_plural": "自查督促",
                        "ordering": ["pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="SiteStep",
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
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="inspections.inspection",
                                verbose_name="检查",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("inform", "告知"),
                                    ("show", "亮证"),
                                    ("ask", "询问"),
                                    ("view", "查看"),
                                    ("record", "记录"),
                                    ("review", "阅核"),
                                    ("sign", "签字"),
                                ],
                                max_length=10,
                                verbose_name="步骤",
                            ),
                        ),
                        ("at", models.TimeField(verbose_name="时间")),
                        (
                            "noted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="记录人",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "现场步骤",
                        "verbose_name_plural": "现场步骤",
                        "ordering": ["at", "pk"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("inspection", "kind"), name="site_step_once_per_visit"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SpotDraw",
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
                            "self_inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="spot_draws",
                                to="inspections.selfinspection",
                                verbose_name="年度自查",
                            ),
                        ),
                        (
                            "draw",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="spot_draw",
                                to="inspections.draw",
                                verbose_name="随机抽取",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "自查随机抽取",
                        "verbose_name_plural": "自查随机抽取",
                        "ordering": ["pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="SpotFix",
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
                            "result",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="spot_fix",
                                to="inspections.itemresult",
                                verbose_name="检查结果",
                            ),
                        ),
                        ("words", models.TextField(verbose_name="整改情况")),
                        (
                            "before",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="files.storedfile",
                                verbose_name="整改前照片",
                            ),
                        ),
                        (
                            "after",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="files.storedfile",
                                verbose_name="整改后照片",
                            ),
                        ),
                        (
                            "noted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="记录人",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "当场整改",
                        "verbose_name_plural": "当场整改",
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="SpotPick",
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
                            "report",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="spot_pick",
                                to="inspections.selfreport",
                                verbose_name="自查报告",
                            ),
                        ),
                        ("reasons", models.JSONField(verbose_name="矛盾")),
                        (
                            "plan_item",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="spot_pick",
                                to="inspections.planitem",
                                verbose_name="计划项目",
                            ),
                        ),
                        (
                            "picked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="选取人",
                            ),
                        ),
                        ("picked_on", models.DateField(verbose_name="选取日期")),
                    ],
                    options={
                        "verbose_name": "自查实地抽查",
                        "verbose_name_plural": "自查实地抽查",
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
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                            "signature",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="files.storedfile",
                                verbose_name="签名",
                            ),
                        ),
                        (
                            "carried_by",
                            models.ForeignKey(
                                editable=False,
                                help_text="到过现场的人员移交工作后由他接着办；去过的人不变",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="接办人",
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
                migrations.CreateModel(
                    name="Tip",
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
                            "about",
                            models.CharField(
                                choices=[
                                    ("unit", "档案违法线索"),
                                    ("access", "档案馆开放利用投诉"),
                                    ("enforcement", "对执法的投诉"),
                                ],
                                max_length=12,
                                verbose_name="反映的事项",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("web", "公众网上"),
                                    ("call", "来电"),
                                    ("meeting", "来访"),
                                    ("letter", "来信"),
                                    ("transfer", "部门移送"),
                                    ("superior", "上级交办"),
                                    ("media", "媒体反映"),
                                    ("inspection", "检查发现"),
                                ],
                                max_length=12,
                                verbose_name="来源",
                            ),
                        ),
                        (
                            "body",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="移送（交办）机关、媒体"
                            ),
                        ),
                        (
                            "concerning",
                            models.CharField(max_length=200, verbose_name="涉及的单位、人员"),
                        ),
                        (
                            "happened",
                            models.CharField(blank=True, max_length=100, verbose_name="什么时间"),
                        ),
                        (
                            "place",
                            models.CharField(blank=True, max_length=200, verbose_name="什么地点"),
                        ),
                        ("text", models.TextField(verbose_name="反映的内容")),
                        ("received_on", models.DateField(verbose_name="收到日期")),
                        (
                            "digest",
                            models.CharField(
                                editable=False,
                                max_length=64,
                                null=True,
                                unique=True,
                                verbose_name="查询码摘要",
                            ),
                        ),
                        (
                            "registered_by",
                            models.ForeignKey(
                                null=True,
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
                                    ("received", "待处理"),
                                    ("accepted", "已受理"),
                                    ("refused", "不予受理"),
                                    ("passed_on", "已移送其他部门"),
                                    ("merged", "已并入"),
                                    ("answered", "已答复"),
                                ],
                                default="received",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "triaged_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="处理人",
                            ),
                        ),
                        (
                            "triaged_on",
                            models.DateField(editable=False, null=True, verbose_name="处理日期"),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=500, verbose_name="理由"),
                        ),
                        (
                            "passed_to",
                            models.CharField(blank=True, max_length=100, verbose_name="移送到"),
                        ),
                        (
                            "merged_into",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merged",
                                to="inspections.tip",
                                verbose_name="并入的来件",
                            ),
                        ),
                        (
                            "main",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="told_again",
                                to="inspections.tip",
                                verbose_name="一并办理的来件",
                            ),
                        ),
                        (
                            "lead",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tip",
                                to="inspections.lead",
                                verbose_name="线索",
                            ),
                        ),
                        (
                            "handler",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="承办人",
                            ),
                        ),
                        ("answer", models.TextField(blank=True, verbose_name="告知、答复的内容")),
                        (
                            "way",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("page", "凭查询码网上查看"),
                                    ("call", "电话"),
                                    ("letter", "书面"),
                                    ("meeting", "当面"),
                                    ("none", "没有留下联系方式，无法告知"),
                                ],
                                max_length=10,
                                verbose_name="告知方式",
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="答复人",
                            ),
                        ),
                        (
                            "answered_on",
                            models.DateField(editable=False, null=True, verbose_name="答复日期"),
                        ),
                        (
                            "withheld_from",
                            models.ManyToManyField(
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="回避的人员",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "举报投诉来件",
                        "verbose_name_plural": "举报投诉来件",
                        "permissions": [
                            ("triage_tip", "处理和答复举报投诉"),
                            ("see_reporter", "写明理由后查看反映人"),
                        ],
                        "default_permissions": ("view",),
                    },
                ),
                migrations.CreateModel(
                    name="UsualTime",
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
                        ("half_days", models.JSONField(verbose_name="固定的半天")),
                        ("effective_from", models.DateField(verbose_name="自何日起适用")),
                        ("source", models.CharField(max_length=200, verbose_name="依据")),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="设定人",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "固定检查时间",
                        "verbose_name_plural": "固定检查时间",
                        "ordering": ["effective_from"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("bureau", "effective_from"),
                                name="usual_time_one_a_day",
                                violation_error_message="同一天已经设定过固定检查时间，请另选适用日期。",
                            )
                        ],
                    },
                ),
            ],
        ),
        migrations.RunPython(_frozen.install, _frozen.remove),
    ]
