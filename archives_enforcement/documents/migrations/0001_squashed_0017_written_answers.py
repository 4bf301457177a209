"""All tables of this app, as 17 migrations had made them one after another."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import archives_enforcement.documents.kinds
from archives_enforcement.documents.migrations import _frozen
from archives_enforcement.first_tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("documents", "0001_initial"),
        ("documents", "0002_issued_is_frozen"),
        ("documents", "0003_delivery_attempts_and_addresses"),
        ("documents", "0004_verification_code"),
        ("documents", "0005_review_and_records"),
        ("documents", "0006_issued_may_become_void"),
        ("documents", "0007_batches"),
        ("documents", "0008_numbers_from_paper"),
        ("documents", "0009_seals"),
        ("documents", "0010_wording_never_changes"),
        ("documents", "0011_batches_of_every_act"),
        ("documents", "0012_signed_scans"),
        ("documents", "0013_posts_that_sign"),
        ("documents", "0014_access_codes"),
        ("documents", "0015_handed_over_by_officers"),
        ("documents", "0016_answers"),
        ("documents", "0017_written_answers"),
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
                    name="AddressConfirmation",
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
                                related_name="address_confirmations",
                                to="accounts.party",
                                verbose_name="当事人",
                            ),
                        ),
                        ("address", models.CharField(max_length=200, verbose_name="送达地址")),
                        ("recipient", models.CharField(max_length=60, verbose_name="收件人")),
                        ("phone", models.CharField(max_length=40, verbose_name="联系电话")),
                        (
                            "portal",
                            models.BooleanField(
                                default=False, verbose_name="同意在本系统接收电子送达"
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="同意接收电子送达的邮箱"
                            ),
                        ),
                        (
                            "fax",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="同意接收电子送达的传真号"
                            ),
                        ),
                        ("signed_on", models.DateField(verbose_name="签署日期")),
                        ("valid_from", models.DateField(verbose_name="生效日期")),
                        (
                            "revoked_on",
                            models.DateField(editable=False, null=True, verbose_name="撤回日期"),
                        ),
                        (
                            "registered_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="登记人",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "送达地址确认书",
                        "verbose_name_plural": "送达地址确认书",
                        "default_permissions": (),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("valid_from__gte", models.F("signed_on"))),
                                name="address_valid_once_signed",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Batch",
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
                                verbose_name="发文机关",
                            ),
                        ),
                        (
                            "act",
                            models.CharField(
                                choices=[
                                    ("draft", "批量起草"),
                                    ("submit", "批量提交"),
                                    ("review", "批量审核"),
                                    ("sign", "批量签发"),
                                ],
                                max_length=10,
                                verbose_name="办理事项",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="办理人",
                            ),
                        ),
                        ("made_on", models.DateField(verbose_name="办理日期")),
                        (
                            "about",
                            models.CharField(blank=True, max_length=20, verbose_name="事项种类"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=archives_enforcement.documents.kinds.choices,
                                max_length=30,
                                verbose_name="文书种类",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(blank=True, max_length=200, verbose_name="标题"),
                        ),
                        ("fields", models.JSONField(default=dict, verbose_name="各份相同的内容")),
                    ],
                    options={
                        "verbose_name": "批次",
                        "verbose_name_plural": "批次",
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Delivery",
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
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="deliveries",
                                to="documents.document",
                                verbose_name="文书",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="accounts.party",
                                verbose_name="受送达人",
                            ),
                        ),
                        ("sent_on", models.DateField(verbose_name="发出日期")),
                        ("opened_at", models.DateTimeField(null=True, verbose_name="首次打开时间")),
                        (
                            "opened_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="首次打开人",
                            ),
                        ),
                        (
                            "acknowledged_on",
                            models.DateField(null=True, verbose_name="网上签收日期"),
                        ),
                        (
                            "acknowledged_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="网上签收人",
                            ),
                        ),
                        (
                            "acknowledged_name",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="网上签收人姓名"
                            ),
                        ),
                        (
                            "method",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("online", "网上签收"),
                                    ("direct", "直接送达"),
                                    ("post", "邮寄送达"),
                                    ("electronic", "电子送达"),
                                    ("left", "留置送达"),
                                    ("notice", "公告送达"),
                                ],
                                max_length=10,
                                verbose_name="送达方式",
                            ),
                        ),
                        ("delivered_on", models.DateField(null=True, verbose_name="送达日期")),
                        (
                            "received_by",
                            models.CharField(blank=True, max_length=60, verbose_name="签收人"),
                        ),
                    ],
                    options={
                        "verbose_name": "送达",
                        "verbose_name_plural": "送达",
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("document", "party"), name="delivery_one_per_receiver"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AccessCode",
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
                            "delivery",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="access_codes",
                                to="documents.delivery",
                                verbose_name="送达",
                            ),
                        ),
                        (
                            "digest",
                            models.CharField(max_length=64, unique=True, verbose_name="登录码摘要"),
                        ),
                        (
                            "typed_digest",
                            models.CharField(
                                max_length=64, unique=True, verbose_name="输入部分摘要"
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="制作人",
                            ),
                        ),
                        ("made_at", models.DateTimeField(verbose_name="制作时间")),
                        ("expires_at", models.DateTimeField(verbose_name="失效时间")),
                        ("used_at", models.DateTimeField(null=True, verbose_name="使用时间")),
                        ("revoked_at", models.DateTimeField(null=True, verbose_name="撤回时间")),
                        (
                            "applicant",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="凭它登记的人",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "登录码",
                        "verbose_name_plural": "登录码",
                        "ordering": ["-pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="DeliveryAttempt",
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
                            "delivery",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attempts",
                                to="documents.delivery",
                                verbose_name="送达",
                            ),
                        ),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("online", "网上签收"),
                                    ("direct", "直接送达"),
                                    ("post", "邮寄送达"),
                                    ("electronic", "电子送达"),
                                    ("left", "留置送达"),
                                    ("notice", "公告送达"),
                                ],
                                max_length=10,
                                verbose_name="送达方式",
                            ),
                        ),
                        ("made_on", models.DateField(verbose_name="日期")),
                        ("effective_on", models.DateField(null=True, verbose_name="送达日期")),
                        (
                            "failure",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("returned", "退回"),
                                    ("unknown", "查无此人"),
                                    ("refused", "拒收"),
                                    ("absent", "无人签收"),
                                ],
                                max_length=10,
                                verbose_name="没有送达的情形",
                            ),
                        ),
                        (
                            "place",
                            models.CharField(blank=True, max_length=200, verbose_name="送达地点"),
                        ),
                        (
                            "served_by",
                            models.CharField(blank=True, max_length=100, verbose_name="送达人"),
                        ),
                        (
                            "received_by",
                            models.CharField(blank=True, max_length=60, verbose_name="签收人"),
                        ),
                        (
                            "capacity",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("self", "本人"),
                                    ("family", "同住成年家属"),
                                    ("representative", "法定代表人或者主要负责人"),
                                    ("mailroom", "单位负责收件的人"),
                                    ("agent", "代理人"),
                                    ("appointed", "指定的代收人"),
                                ],
                                max_length=14,
                                verbose_name="签收人身份",
                            ),
                        ),
                        (
                            "tracking_number",
                            models.CharField(blank=True, max_length=40, verbose_name="邮件号码"),
                        ),
                        (
                            "channel",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("portal", "本系统"),
                                    ("email", "电子邮件"),
                                    ("fax", "传真"),
                                ],
                                max_length=6,
                                verbose_name="电子送达渠道",
                            ),
                        ),
                        (
                            "confirmation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="documents.addressconfirmation",
                                verbose_name="送达地址确认书",
                            ),
                        ),
                        (
                            "refused_by",
                            models.CharField(blank=True, max_length=60, verbose_name="拒收人"),
                        ),
                        (
                            "witnesses",
                            models.CharField(blank=True, max_length=200, verbose_name="见证人"),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=500, verbose_name="事由"),
                        ),
                        (
                            "medium",
                            models.CharField(blank=True, max_length=200, verbose_name="公告载体"),
                        ),
                        (
                            "whereabouts_unknown",
                            models.BooleanField(default=False, verbose_name="受送达人下落不明"),
                        ),
                        ("note", models.CharField(blank=True, max_length=200, verbose_name="备注")),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="登记人",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "送达经过",
                        "verbose_name_plural": "送达经过",
                        "ordering": ["pk"],
                        "default_permissions": (),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("effective_on__isnull", False), ("failure", "")),
                                    models.Q(
                                        models.Q(("failure", ""), _negated=True),
                                        ("effective_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="attempt_reached_or_failed",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Document",
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
                                verbose_name="发文机关",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="accounts.party",
                                verbose_name="主送",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=archives_enforcement.documents.kinds.choices,
                                max_length=30,
                                verbose_name="文书种类",
                            ),
                        ),
                        ("outward", models.BooleanField(default=True, verbose_name="对外文书")),
                        ("title", models.CharField(max_length=200, verbose_name="标题")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "起草"),
                                    ("in_review", "待审核"),
                                    ("submitted", "待签发"),
                                    ("issued", "已签发"),
                                    ("void", "已作废"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "content_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="contenttypes.contenttype",
                                verbose_name="事项种类",
                            ),
                        ),
                        ("object_id", models.PositiveBigIntegerField(verbose_name="事项编号")),
                        (
                            "origin",
                            models.CharField(
                                choices=[("system", "本系统"), ("paper", "补录")],
                                default="system",
                                editable=False,
                                max_length=6,
                                verbose_name="来源",
                            ),
                        ),
                        (
                            "wording",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="documents.wording",
                                verbose_name="文书样式",
                            ),
                        ),
                        ("fields", models.JSONField(default=dict, verbose_name="内容")),
                        (
                            "content",
                            models.JSONField(editable=False, null=True, verbose_name="定稿"),
                        ),
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
                                editable=False, max_length=60, null=True, verbose_name="发文字号"
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
                            "reviewed_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="审核人",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(editable=False, null=True, verbose_name="审核日期"),
                        ),
                        (
                            "issued_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="签发人",
                            ),
                        ),
                        (
                            "signer_name",
                            models.CharField(
                                blank=True,
                                editable=False,
                                help_text="补录文书上写的",
                                max_length=60,
                                verbose_name="签发人姓名",
                            ),
                        ),
                        (
                            "issued_on",
                            models.DateField(editable=False, null=True, verbose_name="签发日期"),
                        ),
                        (
                            "issued_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="签发时间"
                            ),
                        ),
                        (
                            "verification_code",
                            models.CharField(
                                editable=False,
                                max_length=26,
                                null=True,
                                unique=True,
                                verbose_name="核验码",
                            ),
                        ),
                        (
                            "replaces",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replaced_by",
                                to="documents.document",
                                verbose_name="更正的文书",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "文书",
                        "verbose_name_plural": "文书",
                        "permissions": [
                            ("draft_document", "起草文书"),
                            ("keep_record", "制作记录"),
                            ("review_document", "审核文书"),
                            ("sign_document", "签发文书"),
                            ("sign_decision", "签发决定、命令和审批"),
                            ("endorse_document", "审核本机构承办的审批表和报告"),
                            ("deliver_document", "登记送达"),
                            ("hand_over_document", "登记当场交付"),
                            ("acknowledge_document", "签收文书"),
                            ("enter_document", "补录纸质文书"),
                        ],
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(
                                fields=["content_type", "object_id"],
                                name="documents_d_content_ba3031_idx",
                            ),
                            models.Index(
                                fields=["bureau", "state", "-issued_on"],
                                name="documents_d_bureau__63e654_idx",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("serial__isnull", False)),
                                fields=("bureau", "kind", "year", "serial"),
                                name="document_one_per_number",
                            ),
                            models.UniqueConstraint(
                                fields=("number", "bureau"), name="document_one_per_number_in_words"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "issued"), _negated=True),
                                    models.Q(
                                        ("content__isnull", False),
                                        ("issued_on__isnull", False),
                                        ("number__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="document_issued_is_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("origin", "system"), ("wording__isnull", False)),
                                    models.Q(
                                        ("origin", "paper"), ("state__in", ["issued", "void"])
                                    ),
                                    _connector="OR",
                                ),
                                name="document_is_worded_or_was_on_paper",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BatchItem",
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
                            "batch",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="items",
                                to="documents.batch",
                                verbose_name="批次",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="batch_items",
                                to="documents.document",
                                verbose_name="文书",
                            ),
                        ),
                        (
                            "object_id",
                            models.PositiveBigIntegerField(
                                null=True, verbose_name="起草文书的事项编号"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="办理日期")),
                        ("asked_at", models.DateTimeField(verbose_name="提交时间")),
                        ("done", models.BooleanField(default=False, verbose_name="已办")),
                        (
                            "failure",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="没有办成的原因"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "批次的文书",
                        "verbose_name_plural": "批次的文书",
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("batch", "document"), name="batch_item_once"
                            ),
                            models.UniqueConstraint(
                                fields=("batch", "object_id"), name="batch_item_once_a_record"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("document__isnull", False),
                                    models.Q(("done", False), ("object_id__isnull", False)),
                                    _connector="OR",
                                ),
                                name="batch_item_is_about_something",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Answer",
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
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="documents.document",
                                verbose_name="文书",
                            ),
                        ),
                        ("code", models.CharField(max_length=10, verbose_name="办结的期限")),
                        ("name", models.CharField(max_length=60, verbose_name="事项")),
                        (
                            "note",
                            models.CharField(max_length=200, verbose_name="收到了什么、办了什么"),
                        ),
                        (
                            "receiver",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="接收机关和接收人"
                            ),
                        ),
                        ("listed", models.TextField(blank=True, verbose_name="移交清单")),
                        ("answered_on", models.DateField(verbose_name="日期")),
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
                        "verbose_name": "文书的办结",
                        "verbose_name_plural": "文书的办结",
                        "ordering": ["pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="NumberSequence",
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
                        ("kind", models.CharField(max_length=30, verbose_name="文书种类")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                        ("start", models.PositiveIntegerField(default=0, verbose_name="起始号")),
                        ("last", models.PositiveIntegerField(default=0, verbose_name="末号")),
                    ],
                    options={
                        "verbose_name": "发文字号序列",
                        "verbose_name_plural": "发文字号序列",
                        "permissions": [("set_number_start", "设定起始号")],
                        "default_permissions": ("view",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("bureau", "kind", "year"), name="number_sequence_one_each"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("start__lte", models.F("last"))),
                                name="number_sequence_goes_on_from_its_start",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Rendition",
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
                                to="documents.document",
                                verbose_name="文书",
                            ),
                        ),
                        (
                            "media_type",
                            models.CharField(
                                default="application/pdf", max_length=20, verbose_name="格式"
                            ),
                        ),
                        ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                        ("sm3", models.CharField(max_length=64, verbose_name="SM3")),
                        ("size", models.PositiveIntegerField(verbose_name="大小（字节）")),
                        ("made_at", models.DateTimeField(verbose_name="生成时间")),
                    ],
                    options={
                        "verbose_name": "文书版式文件",
                        "verbose_name_plural": "文书版式文件",
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["sha256"], name="documents_r_sha256_893e64_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Seal",
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
                                related_name="seals",
                                to="accounts.bureau",
                                verbose_name="档案主管部门",
                            ),
                        ),
                        ("in_use_from", models.DateField(verbose_name="启用日期")),
                        (
                            "sha256",
                            models.CharField(
                                editable=False, max_length=64, verbose_name="图样的 SHA-256"
                            ),
                        ),
                        ("note", models.CharField(max_length=200, verbose_name="启用依据")),
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
                        "verbose_name": "印章图样",
                        "verbose_name_plural": "印章图样",
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("bureau", "in_use_from"), name="seal_one_a_day"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SignedScan",
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
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scans",
                                to="documents.document",
                                verbose_name="文书",
                            ),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="上传人",
                            ),
                        ),
                        ("added_on", models.DateField(verbose_name="上传日期")),
                    ],
                    options={
                        "verbose_name": "签字扫描件",
                        "verbose_name_plural": "签字扫描件",
                        "ordering": ["pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Wording",
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
                            "kind",
                            models.CharField(
                                choices=archives_enforcement.documents.kinds.choices,
                                max_length=30,
                                verbose_name="文书种类",
                            ),
                        ),
                        ("version", models.PositiveSmallIntegerField(verbose_name="版本")),
                        ("effective_from", models.DateField(verbose_name="启用日期")),
                        (
                            "text",
                            models.TextField(
                                help_text="每段一行，{名称} 处填入内容", verbose_name="正文"
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=200, verbose_name="说明")),
                    ],
                    options={
                        "verbose_name": "文书样式",
                        "verbose_name_plural": "文书样式",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("kind", "version"),
                                name="wording_one_per_version",
                                violation_error_message="这一版本已经存在，请使用新的版本号。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WrittenAnswer",
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
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="written_answers",
                                to="documents.document",
                                verbose_name="文书",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="答复")),
                        ("answered_on", models.DateField(verbose_name="答复日期")),
                        (
                            "answered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="录入人",
                            ),
                        ),
                        ("on_behalf", models.BooleanField(default=False, verbose_name="代录")),
                    ],
                    options={
                        "verbose_name": "书面答复",
                        "verbose_name_plural": "书面答复",
                        "ordering": ["pk"],
                        "default_permissions": (),
                    },
                ),
            ],
        ),
        migrations.RunPython(_frozen.install, _frozen.remove),
    ]
