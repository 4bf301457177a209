"""All tables of this app, as 10 migrations had made them one after another."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from archives_enforcement.first_tables import CreateTables
from publicity.migrations import _frozen


class Migration(migrations.Migration):
    replaces = [
        ("publicity", "0001_initial"),
        ("publicity", "0002_public_lists"),
        ("publicity", "0003_corrections_and_redaction"),
        ("publicity", "0004_officer_photos"),
        ("publicity", "0005_training_and_reach"),
        ("publicity", "0006_withholdings"),
        ("publicity", "0007_outreach"),
        ("publicity", "0008_check_results"),
        ("publicity", "0009_corrected_entries"),
        ("publicity", "0010_slight_penalties"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_squashed_0009_three_administrators"),
        ("documents", "0001_squashed_0017_written_answers"),
        ("inspections", "0001_squashed_0029_circular_before_a_lead"),
        ("units", "0001_squashed_0006_pinyin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="OutreachItem",
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
                                to="publicity.outreachplan",
                                verbose_name="普法计划",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("archives_day", "“6·9”国际档案日"),
                                    ("constitution_day", "“12·4”国家宪法日"),
                                    ("exchange", "现场交流"),
                                    ("school", "进校园"),
                                    ("community", "进社区"),
                                    ("lecture", "讲座收看"),
                                    ("essay", "征文"),
                                    ("quiz", "知识竞赛"),
                                    ("exhibition", "网上展览"),
                                    ("video", "短视频"),
                                    ("poster", "挂图和标语"),
                                    ("other", "其他"),
                                ],
                                max_length=20,
                                verbose_name="形式",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="名称")),
                        ("planned_for", models.DateField(verbose_name="计划日期")),
                        (
                            "responsible",
                            models.CharField(max_length=100, verbose_name="责任机构或者岗位"),
                        ),
                        (
                            "dropped",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="没有开展的原因"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "普法计划项目",
                        "verbose_name_plural": "普法计划项目",
                        "ordering": ["planned_for", "pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="ArticlePiece",
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
                        (
                            "series",
                            models.CharField(
                                help_text="如“兰台风采”", max_length=60, verbose_name="系列"
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="标题")),
                        ("published_on", models.DateField(verbose_name="发布日期")),
                        (
                            "channel",
                            models.CharField(
                                help_text="如微信公众号名称",
                                max_length=100,
                                verbose_name="发布渠道",
                            ),
                        ),
                        ("link", models.URLField(blank=True, verbose_name="链接")),
                    ],
                    options={
                        "verbose_name": "宣传稿件",
                        "verbose_name_plural": "宣传稿件",
                        "ordering": ["-published_on", "-pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="MediaRecord",
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
                        ("outlet", models.CharField(max_length=100, verbose_name="刊载单位")),
                        ("title", models.CharField(max_length=200, verbose_name="标题")),
                        ("published_on", models.DateField(verbose_name="刊载日期")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("media", "媒体"), ("bulletin", "简报")],
                                max_length=10,
                                verbose_name="种类",
                            ),
                        ),
                        ("link", models.URLField(blank=True, verbose_name="链接")),
                    ],
                    options={
                        "verbose_name": "媒体和简报刊载",
                        "verbose_name_plural": "媒体和简报刊载",
                        "ordering": ["-published_on", "-pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Notice",
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
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notices",
                                to="documents.document",
                                verbose_name="公示的文书",
                            ),
                        ),
                        ("number", models.CharField(max_length=60, verbose_name="文号")),
                        ("title", models.CharField(max_length=300, verbose_name="案件名称")),
                        (
                            "party_name",
                            models.CharField(blank=True, max_length=200, verbose_name="当事人"),
                        ),
                        ("facts", models.TextField(blank=True, verbose_name="违法事实")),
                        ("basis", models.TextField(blank=True, verbose_name="依据")),
                        ("outcome", models.TextField(blank=True, verbose_name="决定")),
                        ("issuer", models.CharField(max_length=100, verbose_name="作出决定的机关")),
                        ("decided_on", models.DateField(verbose_name="决定日期")),
                        (
                            "check_kind",
                            models.CharField(
                                blank=True,
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
                            "checked_on",
                            models.DateField(blank=True, null=True, verbose_name="检查日期"),
                        ),
                        (
                            "certificates",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="执法证件编号"
                            ),
                        ),
                        (
                            "found",
                            models.PositiveSmallIntegerField(
                                editable=False, null=True, verbose_name="发现的问题"
                            ),
                        ),
                        (
                            "fixed",
                            models.PositiveSmallIntegerField(
                                editable=False, null=True, verbose_name="已经整改的问题"
                            ),
                        ),
                        (
                            "credit_class",
                            models.CharField(
                                choices=[
                                    ("minor", "轻微（最长三个月，原则上不公示）"),
                                    ("general", "一般（三个月至一年）"),
                                    ("serious", "严重（一年至三年）"),
                                    ("none", "不属于信用信息，长期公开"),
                                ],
                                max_length=10,
                                verbose_name="信用信息分类",
                            ),
                        ),
                        (
                            "credit_reason",
                            models.CharField(max_length=300, verbose_name="分类理由"),
                        ),
                        (
                            "expires_on",
                            models.DateField(blank=True, null=True, verbose_name="公示截止日期"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "拟公示"),
                                    ("approved", "待公布"),
                                    ("published", "已公布"),
                                    ("withdrawn", "已撤回"),
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
                                verbose_name="拟稿人",
                            ),
                        ),
                        ("drafted_on", models.DateField(verbose_name="拟稿日期")),
                        (
                            "secrecy_checked",
                            models.BooleanField(default=False, verbose_name="保密审查通过"),
                        ),
                        (
                            "secrecy_reviewer",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="保密审查人",
                            ),
                        ),
                        (
                            "secrecy_note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="保密审查意见"
                            ),
                        ),
                        (
                            "redaction_checked",
                            models.BooleanField(default=False, verbose_name="隐去的内容已核对"),
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
                            "published_on",
                            models.DateField(editable=False, null=True, verbose_name="公布日期"),
                        ),
                        (
                            "changed_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="决定变更日期"
                            ),
                        ),
                        (
                            "changed_ground",
                            models.CharField(blank=True, max_length=300, verbose_name="变更情况"),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(editable=False, null=True, verbose_name="撤回日期"),
                        ),
                        (
                            "withdrawal_reason",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="撤回理由（公开）"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "执法公示",
                        "verbose_name_plural": "执法公示",
                        "permissions": [
                            ("draft_notice", "拟公示"),
                            ("approve_notice", "批准公示"),
                            ("publish_notice", "公布和撤回公示"),
                        ],
                        "default_permissions": ("view",),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "withdrawn"), _negated=True),
                                fields=("document",),
                                name="notice_one_at_a_time",
                                violation_error_message="这份文书已有公示。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CorrectionRequest",
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
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrections",
                                to="publicity.notice",
                                verbose_name="公示",
                            ),
                        ),
                        ("applicant", models.CharField(max_length=200, verbose_name="申请人")),
                        ("request", models.TextField(verbose_name="要求更正的内容和理由")),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="提交人",
                            ),
                        ),
                        ("asked_on", models.DateField(verbose_name="申请日期")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "待核实"),
                                    ("proposed", "待决定"),
                                    ("corrected", "已更正"),
                                    ("refused", "不予更正"),
                                ],
                                default="asked",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        ("proposal", models.JSONField(default=dict, verbose_name="拟更正的内容")),
                        ("before", models.JSONField(default=dict, verbose_name="更正前的内容")),
                        (
                            "opinion",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="核实情况和理由"
                            ),
                        ),
                        (
                            "proposed_by",
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
                    ],
                    options={
                        "verbose_name": "公示更正申请",
                        "verbose_name_plural": "公示更正申请",
                        "ordering": ["-asked_on", "-pk"],
                        "permissions": [("ask_correction", "申请更正公示")],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ("asked", "proposed"))),
                                fields=("notice",),
                                name="correction_one_at_a_time",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OfficerPhoto",
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
                            "certificate",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="photo",
                                to="accounts.certificate",
                                verbose_name="执法证件",
                            ),
                        ),
                        ("sha256", models.CharField(max_length=64, verbose_name="摘要")),
                        (
                            "kept_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="上传人",
                            ),
                        ),
                        ("kept_on", models.DateField(verbose_name="上传日期")),
                    ],
                    options={
                        "verbose_name": "执法人员照片",
                        "verbose_name_plural": "执法人员照片",
                        "permissions": [("keep_photo", "保管执法人员照片")],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Activity",
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
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="activities",
                                to="publicity.outreachitem",
                                verbose_name="计划项目",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("archives_day", "“6·9”国际档案日"),
                                    ("constitution_day", "“12·4”国家宪法日"),
                                    ("exchange", "现场交流"),
                                    ("school", "进校园"),
                                    ("community", "进社区"),
                                    ("lecture", "讲座收看"),
                                    ("essay", "征文"),
                                    ("quiz", "知识竞赛"),
                                    ("exhibition", "网上展览"),
                                    ("video", "短视频"),
                                    ("poster", "挂图和标语"),
                                    ("other", "其他"),
                                ],
                                max_length=20,
                                verbose_name="形式",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="名称")),
                        ("held_on", models.DateField(verbose_name="日期")),
                        (
                            "place",
                            models.CharField(blank=True, max_length=200, verbose_name="地点"),
                        ),
                        (
                            "partners",
                            models.CharField(blank=True, max_length=200, verbose_name="联合单位"),
                        ),
                        (
                            "audience",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="参加人数"
                            ),
                        ),
                        (
                            "series",
                            models.CharField(blank=True, max_length=60, verbose_name="系列"),
                        ),
                        (
                            "reach",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="浏览、观看次数"
                            ),
                        ),
                        ("result", models.TextField(blank=True, verbose_name="效果")),
                        ("link", models.URLField(blank=True, verbose_name="链接")),
                        ("note", models.TextField(blank=True, verbose_name="说明")),
                    ],
                    options={
                        "verbose_name": "普法活动",
                        "verbose_name_plural": "普法活动",
                        "ordering": ["-held_on", "-pk"],
                        "permissions": [("record_activity", "登记普法宣传")],
                        "default_permissions": ("view",),
                    },
                ),
                migrations.CreateModel(
                    name="OutreachPlan",
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
                        ("goal", models.TextField(verbose_name="目标和重点")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "拟定"),
                                    ("submitted", "待批准"),
                                    ("approved", "实施中"),
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
                                verbose_name="拟定人",
                            ),
                        ),
                        ("drafted_on", models.DateField(editable=False, verbose_name="拟定日期")),
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
                        ("result", models.TextField(blank=True, verbose_name="总结")),
                        (
                            "closed_on",
                            models.DateField(editable=False, null=True, verbose_name="总结日期"),
                        ),
                    ],
                    options={
                        "verbose_name": "普法计划",
                        "verbose_name_plural": "普法计划",
                        "ordering": ["-year"],
                        "permissions": [("approve_outreach", "批准普法计划")],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("bureau", "year"),
                                name="outreach_plan_one_a_year",
                                violation_error_message="这个年度已经有普法计划。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PublicList",
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
                                    ("bodies", "执法主体"),
                                    ("officers", "执法人员名录"),
                                    ("powers", "执法职责和权限"),
                                    ("procedures", "执法程序"),
                                    ("remedies", "救济和投诉渠道"),
                                    ("duties", "责任清单"),
                                    ("boundaries", "职责边界"),
                                    ("services", "公共服务事项"),
                                    ("legal_review", "重大执法决定法制审核目录"),
                                    ("recording", "音像记录清单"),
                                    ("merged", "多检合一清单"),
                                ],
                                max_length=20,
                                verbose_name="种类",
                            ),
                        ),
                        ("version", models.PositiveSmallIntegerField(verbose_name="版本")),
                        ("rows", models.JSONField(default=list, verbose_name="内容")),
                        (
                            "source",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="制定依据或来源"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "起草"),
                                    ("approved", "待公布"),
                                    ("published", "已公布"),
                                    ("superseded", "已有新版"),
                                    ("withdrawn", "已撤下"),
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
                        ("drafted_on", models.DateField(verbose_name="起草日期")),
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
                            "published_on",
                            models.DateField(editable=False, null=True, verbose_name="公布日期"),
                        ),
                        (
                            "ended_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="停止公开日期"
                            ),
                        ),
                        (
                            "end_reason",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="停止公开的理由（公开）"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "公开清单",
                        "verbose_name_plural": "公开清单",
                        "ordering": ["kind", "-version"],
                        "permissions": [
                            ("draft_list", "起草公开清单"),
                            ("approve_list", "批准公开清单"),
                            ("publish_list", "公布公开清单"),
                        ],
                        "default_permissions": ("view",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("bureau", "kind", "version"),
                                name="public_list_one_per_version",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "published")),
                                fields=("bureau", "kind"),
                                name="public_list_one_in_force",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ("draft", "approved"))),
                                fields=("bureau", "kind"),
                                name="public_list_one_under_way",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ResultRule",
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
                            "whom",
                            models.CharField(
                                choices=[
                                    ("all", "所有被检查单位"),
                                    ("enterprises", "只公示对企业的检查"),
                                    ("elsewhere", "在其他平台公示，本系统不重复"),
                                ],
                                default="all",
                                max_length=12,
                                verbose_name="公示哪些单位的检查结果",
                            ),
                        ),
                        (
                            "certificates",
                            models.BooleanField(
                                default=True, verbose_name="公示执法人员的证件编号"
                            ),
                        ),
                        (
                            "months",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(60),
                                ],
                                verbose_name="公示几个月",
                            ),
                        ),
                        ("source", models.CharField(max_length=200, verbose_name="来源")),
                    ],
                    options={
                        "verbose_name": "检查结果公示规则",
                        "verbose_name_plural": "检查结果公示规则",
                        "ordering": ["-valid_from"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("bureau", "valid_from"),
                                name="result_rule_one_a_day",
                                violation_error_message="这一天已经有一条检查结果公示规则启用，请改选启用日期。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Training",
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
                                    ("course", "执法人员培训"),
                                    ("study", "法规学习"),
                                    ("integrity", "廉政谈话"),
                                    ("warning", "警示教育"),
                                    ("drill", "大比武和演练"),
                                    ("archivists", "单位档案人员培训"),
                                ],
                                max_length=12,
                                verbose_name="种类",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="名称")),
                        ("planned_for", models.DateField(verbose_name="计划日期")),
                        (
                            "hours",
                            models.DecimalField(
                                decimal_places=1,
                                max_digits=4,
                                validators=[django.core.validators.MinValueValidator(0.5)],
                                verbose_name="学时",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "计划"),
                                    ("held", "已开展"),
                                    ("cancelled", "已取消"),
                                ],
                                default="planned",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "held_on",
                            models.DateField(editable=False, null=True, verbose_name="开展日期"),
                        ),
                        (
                            "place",
                            models.CharField(blank=True, max_length=200, verbose_name="地点"),
                        ),
                        ("result", models.TextField(blank=True, verbose_name="内容和效果")),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=300, verbose_name="取消的原因"),
                        ),
                        (
                            "findings",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="inspections.finding",
                                verbose_name="针对的问题",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "培训",
                        "verbose_name_plural": "培训",
                        "ordering": ["planned_for", "pk"],
                        "permissions": [("plan_training", "安排和登记培训")],
                        "default_permissions": ("view",),
                    },
                ),
                migrations.CreateModel(
                    name="Attendance",
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
                            "training",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attendances",
                                to="publicity.training",
                                verbose_name="培训",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="本机关人员",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="units.unit",
                                verbose_name="单位",
                            ),
                        ),
                        ("name", models.CharField(max_length=60, verbose_name="姓名")),
                        (
                            "hours",
                            models.DecimalField(
                                decimal_places=1, max_digits=4, verbose_name="学时"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "参加培训",
                        "verbose_name_plural": "参加培训",
                        "ordering": ["pk"],
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("user__isnull", False)),
                                fields=("training", "user"),
                                name="attendance_once_a_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("unit__isnull", False), ("user", None)),
                                    models.Q(("unit", None), ("user__isnull", False)),
                                    _connector="OR",
                                ),
                                name="attendance_of_staff_or_of_a_unit",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Withholding",
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
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="withholdings",
                                to="documents.document",
                                verbose_name="不予公开的文书",
                            ),
                        ),
                        (
                            "ground",
                            models.CharField(
                                choices=[
                                    ("state_secret", "国家秘密"),
                                    ("forbidden", "法律、行政法规禁止公开"),
                                    (
                                        "safety",
                                        "公开后可能危及国家安全、公共安全、经济安全、社会稳定",
                                    ),
                                    ("trade_secret", "商业秘密，公开会损害第三方合法权益"),
                                    ("privacy", "个人隐私，公开会损害第三方合法权益"),
                                    ("minor", "当事人是未成年人"),
                                    ("series", "公开会妨害正在办理的系列案件"),
                                    ("slight", "处罚轻微，没有一定社会影响"),
                                ],
                                max_length=12,
                                verbose_name="理由",
                            ),
                        ),
                        ("reasons", models.TextField(verbose_name="具体情况")),
                        (
                            "redaction",
                            models.TextField(blank=True, verbose_name="为什么隐去以后仍不能公开"),
                        ),
                        (
                            "credit_class",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("minor", "轻微（最长三个月，原则上不公示）"),
                                    ("general", "一般（三个月至一年）"),
                                    ("serious", "严重（一年至三年）"),
                                    ("none", "不属于信用信息，长期公开"),
                                ],
                                max_length=10,
                                verbose_name="信用信息分类",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="提出人",
                            ),
                        ),
                        ("proposed_on", models.DateField(editable=False, verbose_name="提出日期")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "待决定"),
                                    ("decided", "不予公开"),
                                    ("refused", "不同意，照常公示"),
                                    ("lifted", "已解除，照常公示"),
                                ],
                                default="proposed",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(blank=True, max_length=500, verbose_name="决定意见"),
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
                            "filed_with",
                            models.CharField(blank=True, max_length=100, verbose_name="备案机关"),
                        ),
                        (
                            "filed_on",
                            models.DateField(editable=False, null=True, verbose_name="备案日期"),
                        ),
                        (
                            "lifted_on",
                            models.DateField(editable=False, null=True, verbose_name="解除日期"),
                        ),
                        (
                            "lifted_why",
                            models.CharField(blank=True, max_length=500, verbose_name="解除的原因"),
                        ),
                    ],
                    options={
                        "verbose_name": "不予公开",
                        "verbose_name_plural": "不予公开",
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ["proposed", "decided"])),
                                fields=("document",),
                                name="withholding_one_at_a_time",
                                violation_error_message="这份文书已经提出或者决定不予公开。",
                            )
                        ],
                    },
                ),
            ],
        ),
        migrations.RunPython(_frozen.install, _frozen.remove),
    ]
