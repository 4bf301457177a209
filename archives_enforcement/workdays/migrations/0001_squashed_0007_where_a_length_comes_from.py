"""All tables of this app, as 7 migrations had made them one after another."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import archives_enforcement.workdays.models.limits
from archives_enforcement.first_tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("workdays", "0001_initial"),
        ("workdays", "0002_earlier_limits"),
        ("workdays", "0003_unit_of_a_named_term"),
        ("workdays", "0004_clocks_everywhere"),
        ("workdays", "0005_class_of_consequence"),
        ("workdays", "0006_deadlines_of_a_record"),
        ("workdays", "0007_where_a_length_comes_from"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_squashed_0009_three_administrators"),
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="Holiday",
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
                        ("day", models.DateField(unique=True, verbose_name="日期")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("off", "休"), ("work", "班")],
                                max_length=4,
                                verbose_name="类别",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                help_text="调休上班日填写所调休的节假日",
                                max_length=40,
                                verbose_name="节假日名称",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                help_text="国务院办公厅当年通知的文号",
                                max_length=100,
                                verbose_name="依据",
                            ),
                        ),
                        (
                            "edited",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="管理员已修改"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "节假日与调休",
                        "verbose_name_plural": "节假日与调休",
                        "ordering": ["day"],
                    },
                ),
                migrations.CreateModel(
                    name="Deadline",
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
                            "party",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="accounts.party",
                                verbose_name="当事人",
                            ),
                        ),
                        (
                            "content_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="contenttypes.contenttype",
                                verbose_name="事项类别",
                            ),
                        ),
                        ("object_id", models.PositiveBigIntegerField(verbose_name="事项编号")),
                        ("code", models.CharField(max_length=12, verbose_name="期限代码")),
                        ("name", models.CharField(max_length=100, verbose_name="名称")),
                        ("trigger_on", models.DateField(verbose_name="起算日")),
                        (
                            "length",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="文书中载明、与规则默认值不同的长度",
                                null=True,
                                verbose_name="个案期限长度",
                            ),
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
                                help_text="文书载明、与规则不同的单位",
                                max_length=12,
                                verbose_name="个案期限单位",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="届满日")),
                        (
                            "extended_from",
                            models.DateField(blank=True, null=True, verbose_name="延长前的届满日"),
                        ),
                        (
                            "fixed_to",
                            models.DateField(blank=True, null=True, verbose_name="延长至"),
                        ),
                        (
                            "due_at",
                            models.DateTimeField(
                                blank=True,
                                help_text="按小时计算的期限",
                                null=True,
                                verbose_name="届满时刻",
                            ),
                        ),
                        (
                            "bound",
                            models.CharField(
                                choices=[
                                    ("bureau", "机关"),
                                    ("officer", "执法人员"),
                                    ("head", "机关负责人"),
                                    ("party", "当事人"),
                                    ("unit", "单位"),
                                    ("court", "人民法院"),
                                    ("police", "公安机关"),
                                    ("review_body", "行政复议机关"),
                                    ("nobody", "无"),
                                ],
                                max_length=12,
                                verbose_name="义务人",
                            ),
                        ),
                        (
                            "consequence",
                            models.CharField(
                                choices=[
                                    ("forfeit", "失权"),
                                    ("void", "失效"),
                                    ("unlawful", "违法"),
                                    ("remind", "提醒"),
                                ],
                                default="remind",
                                max_length=10,
                                verbose_name="后果",
                            ),
                        ),
                        (
                            "article",
                            models.CharField(blank=True, max_length=160, verbose_name="依据条款"),
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
                            "grounds",
                            models.CharField(blank=True, max_length=300, verbose_name="长度的由来"),
                        ),
                        ("explanation", models.TextField(verbose_name="计算过程")),
                        (
                            "provisional",
                            models.BooleanField(
                                default=False,
                                help_text="节假日安排尚未公布或者录入，届满日待复核",
                                verbose_name="暂定",
                            ),
                        ),
                        (
                            "met_on",
                            models.DateField(blank=True, null=True, verbose_name="办结日期"),
                        ),
                        (
                            "met_note",
                            models.CharField(blank=True, max_length=200, verbose_name="办结说明"),
                        ),
                        (
                            "cancelled_on",
                            models.DateField(blank=True, null=True, verbose_name="撤销日期"),
                        ),
                        (
                            "cancel_reason",
                            models.CharField(blank=True, max_length=200, verbose_name="撤销原因"),
                        ),
                    ],
                    options={
                        "verbose_name": "期限",
                        "verbose_name_plural": "期限",
                        "ordering": ["due_on", "pk"],
                        "permissions": [("oversee_deadline", "督办期限")],
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(
                                fields=["bureau", "met_on", "due_on"], name="deadline_work_queue"
                            ),
                            models.Index(
                                fields=["content_type", "object_id"], name="deadline_of_record"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("cancelled_on", None), ("met_on", None)),
                                fields=("content_type", "object_id", "code"),
                                name="deadline_one_open_per_code",
                                violation_error_message="该事项的同一期限已在计算中。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Exclusion",
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
                            "deadline",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="exclusions",
                                to="workdays.deadline",
                                verbose_name="期限",
                            ),
                        ),
                        ("ground", models.CharField(max_length=20, verbose_name="事由")),
                        ("title", models.CharField(max_length=60, verbose_name="事由名称")),
                        ("basis", models.CharField(max_length=200, verbose_name="依据")),
                        ("first_day", models.DateField(verbose_name="起")),
                        ("last_day", models.DateField(verbose_name="止")),
                        ("reason", models.CharField(max_length=300, verbose_name="说明")),
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
                            "spent",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="已计入延长后的届满日"
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(editable=False, null=True, verbose_name="撤销日期"),
                        ),
                        (
                            "withdrawn_why",
                            models.CharField(blank=True, max_length=300, verbose_name="撤销原因"),
                        ),
                    ],
                    options={
                        "verbose_name": "期限扣除",
                        "verbose_name_plural": "期限扣除",
                        "ordering": ["deadline", "pk"],
                        "permissions": [("record_exclusion", "登记期限扣除")],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Extension",
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
                            "deadline",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="extensions",
                                to="workdays.deadline",
                                verbose_name="期限",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "待批准"),
                                    ("approved", "已批准"),
                                    ("refused", "不批准"),
                                ],
                                default="asked",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        ("until", models.DateField(verbose_name="延长至")),
                        ("basis", models.CharField(max_length=200, verbose_name="依据")),
                        ("reason", models.TextField(verbose_name="理由")),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="申请人",
                            ),
                        ),
                        ("asked_on", models.DateField(verbose_name="申请日期")),
                        (
                            "decided_by",
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
                            "decided_on",
                            models.DateField(editable=False, null=True, verbose_name="批准日期"),
                        ),
                        (
                            "note",
                            models.CharField(blank=True, max_length=300, verbose_name="批准意见"),
                        ),
                    ],
                    options={
                        "verbose_name": "期限延长",
                        "verbose_name_plural": "期限延长",
                        "ordering": ["deadline", "pk"],
                        "permissions": [
                            ("ask_extension", "申请延长期限"),
                            ("approve_extension", "批准延长期限"),
                        ],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "asked")),
                                fields=("deadline",),
                                name="extension_one_waits",
                                violation_error_message="这个期限已有一份延长申请等待批准。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LocalTerm",
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
                        ("code", models.CharField(max_length=12, verbose_name="期限代码")),
                        (
                            "length",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="长度",
                            ),
                        ),
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
                                verbose_name="单位",
                            ),
                        ),
                        (
                            "fixed_on",
                            models.CharField(
                                blank=True,
                                max_length=5,
                                validators=[
                                    archives_enforcement.workdays.models.limits.check_month_day
                                ],
                                verbose_name="固定日期（月-日）",
                            ),
                        ),
                        ("effective_from", models.DateField(verbose_name="自何日起适用")),
                        (
                            "source",
                            models.CharField(
                                help_text="作出设定的文件，如本机关制度的文号",
                                max_length=200,
                                verbose_name="依据",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "本机关期限设定",
                        "verbose_name_plural": "本机关期限设定",
                        "ordering": ["code", "-effective_from"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("bureau", "code", "effective_from"),
                                name="local_term_one_a_day",
                                violation_error_message="本机关当日已对该期限作过设定，请直接修改原设定。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TimeLimit",
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
                        ("code", models.CharField(max_length=12, verbose_name="期限代码")),
                        (
                            "until",
                            models.DateField(
                                blank=True,
                                help_text="以前的规定所适用的最后一个起算日；现行的留空",
                                null=True,
                                verbose_name="适用至",
                            ),
                        ),
                        ("name", models.CharField(max_length=60, verbose_name="名称")),
                        ("trigger", models.CharField(max_length=60, verbose_name="起算事由")),
                        (
                            "direction",
                            models.CharField(
                                choices=[("after", "之后"), ("before", "之前")],
                                default="after",
                                max_length=6,
                                verbose_name="方向",
                            ),
                        ),
                        (
                            "length",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="长度"
                            ),
                        ),
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
                                verbose_name="单位",
                            ),
                        ),
                        (
                            "fixed_on",
                            models.CharField(
                                blank=True,
                                max_length=5,
                                validators=[
                                    archives_enforcement.workdays.models.limits.check_month_day
                                ],
                                verbose_name="固定日期（月-日）",
                            ),
                        ),
                        (
                            "unit_basis",
                            models.CharField(
                                blank=True,
                                help_text="法律写“日”而按工作日计算时填写",
                                max_length=60,
                                verbose_name="按工作日计算的依据",
                            ),
                        ),
                        ("law", models.CharField(blank=True, max_length=100, verbose_name="依据")),
                        (
                            "article",
                            models.CharField(blank=True, max_length=60, verbose_name="条款"),
                        ),
                        (
                            "bound",
                            models.CharField(
                                choices=[
                                    ("bureau", "机关"),
                                    ("officer", "执法人员"),
                                    ("head", "机关负责人"),
                                    ("party", "当事人"),
                                    ("unit", "单位"),
                                    ("court", "人民法院"),
                                    ("police", "公安机关"),
                                    ("review_body", "行政复议机关"),
                                    ("nobody", "无"),
                                ],
                                max_length=12,
                                verbose_name="义务人",
                            ),
                        ),
                        (
                            "on_expiry",
                            models.CharField(
                                choices=[
                                    ("block", "禁止继续办理"),
                                    ("escalate", "报告负责人"),
                                    ("warn", "提醒"),
                                    ("auto", "自动产生后果"),
                                    ("lapse", "权利消灭"),
                                    ("none", "无"),
                                ],
                                max_length=10,
                                verbose_name="届满处理",
                            ),
                        ),
                        (
                            "expiry_text",
                            models.CharField(blank=True, max_length=120, verbose_name="届满后果"),
                        ),
                        (
                            "consequence",
                            models.CharField(
                                choices=[
                                    ("forfeit", "失权"),
                                    ("void", "失效"),
                                    ("unlawful", "违法"),
                                    ("remind", "提醒"),
                                ],
                                default="remind",
                                max_length=10,
                                verbose_name="后果",
                            ),
                        ),
                        (
                            "consequence_source",
                            models.CharField(
                                default="本系统归类，未经法律顾问核对",
                                help_text="改动归类的，写明依据，如本机关法律顾问意见的文号",
                                max_length=120,
                                verbose_name="后果归类的依据",
                            ),
                        ),
                        (
                            "consequence_mark",
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
                                default="DESIGN",
                                max_length=10,
                                verbose_name="后果归类的核对程度",
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
                            "configurable",
                            models.BooleanField(default=False, verbose_name="允许本机关调整"),
                        ),
                        (
                            "ceiling",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="本机关可以缩短，不得超过",
                                null=True,
                                verbose_name="调整上限",
                            ),
                        ),
                        ("extendable", models.BooleanField(default=False, verbose_name="可以延长")),
                        (
                            "extension",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="与期限同一单位；依据未定长度的留空",
                                null=True,
                                verbose_name="最多延长",
                            ),
                        ),
                        ("source", models.CharField(max_length=120, verbose_name="数据来源")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="说明")),
                        (
                            "edited",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="管理员已修改"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "期限规则",
                        "verbose_name_plural": "期限规则",
                        "ordering": [
                            "code",
                            models.OrderBy(models.F("until"), descending=True, nulls_first=True),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("until", None)),
                                fields=("code",),
                                name="time_limit_one_in_force",
                                violation_error_message="这个期限代码已有现行规则。",
                            ),
                            models.UniqueConstraint(
                                fields=("code", "until"),
                                name="time_limit_one_a_period",
                                violation_error_message="这个期限代码在同一时期已有规则。",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
