"""All tables of this app, as 9 migrations had made them one after another."""

import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from archives_enforcement.accounts.migrations import _frozen
from archives_enforcement.first_tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_there_is_no_superuser"),
        ("accounts", "0003_deputation"),
        ("accounts", "0004_rights_come_with_a_post"),
        ("accounts", "0005_fonds_number"),
        ("accounts", "0006_people_of_units"),
        ("accounts", "0007_restored_sign_in"),
        ("accounts", "0008_second_factor"),
        ("accounts", "0009_three_administrators"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="Bureau",
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
                            "name",
                            models.CharField(max_length=100, unique=True, verbose_name="机关名称"),
                        ),
                        (
                            "short_name",
                            models.CharField(
                                help_text="用于页面，如“东丽区档案局”",
                                max_length=20,
                                verbose_name="简称",
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                max_length=12, unique=True, verbose_name="行政区划代码"
                            ),
                        ),
                        (
                            "document_word",
                            models.CharField(
                                help_text="发文字号开头，如“东丽档”",
                                max_length=20,
                                verbose_name="机关代字",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="accounts.bureau",
                                verbose_name="上级档案主管部门",
                            ),
                        ),
                        (
                            "path",
                            models.CharField(
                                db_index=True, editable=False, max_length=200, verbose_name="层级"
                            ),
                        ),
                        (
                            "subject_name",
                            models.CharField(
                                blank=True,
                                help_text="文书落款的机关全称",
                                max_length=100,
                                verbose_name="行政主体名称",
                            ),
                        ),
                        (
                            "seal_name",
                            models.CharField(blank=True, max_length=40, verbose_name="印章名称"),
                        ),
                        (
                            "reconsideration_body",
                            models.CharField(
                                blank=True,
                                help_text="一般为本级人民政府",
                                max_length=100,
                                verbose_name="行政复议机关",
                            ),
                        ),
                        (
                            "court",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="有管辖权的人民法院"
                            ),
                        ),
                        (
                            "address",
                            models.CharField(blank=True, max_length=200, verbose_name="地址"),
                        ),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=40, verbose_name="联系电话"),
                        ),
                        (
                            "fonds_number",
                            models.CharField(blank=True, max_length=20, verbose_name="全宗号"),
                        ),
                        (
                            "identity_confirmed_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="机关信息确认日期"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "档案主管部门",
                        "verbose_name_plural": "档案主管部门",
                        "permissions": [("confirm_identity", "确认机关信息")],
                    },
                ),
                migrations.CreateModel(
                    name="User",
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
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        (
                            "last_login",
                            models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                        ),
                        (
                            "username",
                            models.CharField(
                                error_messages={
                                    "unique": "A user with that username already exists."
                                },
                                help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                                max_length=150,
                                unique=True,
                                validators=[
                                    django.contrib.auth.validators.UnicodeUsernameValidator()
                                ],
                                verbose_name="username",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="email address"
                            ),
                        ),
                        (
                            "is_staff",
                            models.BooleanField(
                                default=False,
                                help_text="Designates whether the user can log into this admin site.",
                                verbose_name="staff status",
                            ),
                        ),
                        (
                            "is_active",
                            models.BooleanField(
                                default=True,
                                help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                                verbose_name="active",
                            ),
                        ),
                        (
                            "date_joined",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="date joined"
                            ),
                        ),
                        ("name", models.CharField(max_length=60, verbose_name="姓名")),
                        (
                            "bureau",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="accounts.bureau",
                                verbose_name="所属机关",
                            ),
                        ),
                        ("phone", models.CharField(blank=True, max_length=40, verbose_name="电话")),
                        (
                            "employer",
                            models.CharField(blank=True, max_length=100, verbose_name="工作单位"),
                        ),
                        ("session_round", models.PositiveIntegerField(default=0, editable=False)),
                        ("password_set_at", models.DateTimeField(editable=False, null=True)),
                        (
                            "groups",
                            models.ManyToManyField(
                                blank=True,
                                help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.group",
                                verbose_name="groups",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "用户",
                        "verbose_name_plural": "用户",
                        "permissions": [
                            ("backfill", "补录以前的办理"),
                            ("act_for_party", "代录单位的书面回复"),
                            ("view_officer", "查看执法人员"),
                            ("assign_post", "安排岗位"),
                            ("read_administration", "查看管理员的操作记录"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Party",
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
                                verbose_name="所属档案主管部门",
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="名称")),
                        (
                            "kind",
                            models.CharField(
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
                                verbose_name="性质",
                            ),
                        ),
                        (
                            "credit_code",
                            models.CharField(
                                blank=True, max_length=18, verbose_name="统一社会信用代码"
                            ),
                        ),
                        (
                            "legal_representative",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="法定代表人或负责人"
                            ),
                        ),
                        (
                            "address",
                            models.CharField(blank=True, max_length=200, verbose_name="地址"),
                        ),
                    ],
                    options={
                        "verbose_name": "当事人",
                        "verbose_name_plural": "当事人",
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("credit_code", ""), _negated=True),
                                fields=("bureau", "credit_code"),
                                name="party_one_per_credit_code",
                                violation_error_message="本机关已登记过相同统一社会信用代码的单位。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Grant",
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
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grants",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="用户",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grants",
                                to="accounts.party",
                                verbose_name="代表的单位",
                            ),
                        ),
                        (
                            "post",
                            models.CharField(
                                choices=[("manager", "负责人"), ("archivist", "档案员")],
                                default="archivist",
                                max_length=10,
                                verbose_name="身份",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "待确认"),
                                    ("held", "有效"),
                                    ("refused", "没有确认"),
                                    ("ended", "已停用"),
                                ],
                                default="held",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        ("valid_from", models.DateField(verbose_name="生效日期")),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="截止日期"),
                        ),
                        (
                            "ended_on",
                            models.DateField(editable=False, null=True, verbose_name="停用日期"),
                        ),
                    ],
                    options={
                        "verbose_name": "单位经办人授权",
                        "verbose_name_plural": "单位经办人授权",
                        "permissions": [
                            ("see_people", "查看单位的登录人员"),
                            ("manage_people", "管理单位的登录人员"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "waiting")),
                                fields=("user", "party"),
                                name="grant_asked_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SecondFactor",
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
                            "user",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="second_factor",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="用户",
                            ),
                        ),
                        (
                            "sealed",
                            models.TextField(blank=True, editable=False, verbose_name="封存的密钥"),
                        ),
                        (
                            "confirmed_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="开通时间"
                            ),
                        ),
                        (
                            "last_step",
                            models.BigIntegerField(
                                default=0, editable=False, verbose_name="用过的最后一步"
                            ),
                        ),
                        (
                            "failures",
                            models.PositiveSmallIntegerField(
                                default=0, editable=False, verbose_name="连续输错"
                            ),
                        ),
                        (
                            "closed_until",
                            models.DateTimeField(editable=False, null=True, verbose_name="暂停到"),
                        ),
                        (
                            "recovery",
                            models.JSONField(
                                default=list, editable=False, verbose_name="恢复码摘要"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "两步验证",
                        "verbose_name_plural": "两步验证",
                        "permissions": [("reset_secondfactor", "重设两步验证")],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="UnitInvitation",
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
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.party",
                                verbose_name="单位",
                            ),
                        ),
                        (
                            "restores",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.grant",
                                verbose_name="重设登录的授权",
                            ),
                        ),
                        ("name", models.CharField(max_length=60, verbose_name="姓名")),
                        (
                            "post",
                            models.CharField(
                                choices=[("manager", "负责人"), ("archivist", "档案员")],
                                max_length=10,
                                verbose_name="身份",
                            ),
                        ),
                        ("phone", models.CharField(blank=True, max_length=40, verbose_name="手机")),
                        (
                            "email",
                            models.EmailField(blank=True, max_length=254, verbose_name="邮箱"),
                        ),
                        (
                            "digest",
                            models.CharField(max_length=64, unique=True, verbose_name="链接摘要"),
                        ),
                        (
                            "invited_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="邀请人",
                            ),
                        ),
                        ("invited_at", models.DateTimeField(verbose_name="邀请时间")),
                        ("expires_at", models.DateTimeField(verbose_name="失效时间")),
                        ("used_at", models.DateTimeField(null=True, verbose_name="使用时间")),
                        (
                            "used_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="接受邀请的用户",
                            ),
                        ),
                        ("revoked_at", models.DateTimeField(null=True, verbose_name="撤回时间")),
                    ],
                    options={
                        "verbose_name": "登录邀请",
                        "verbose_name_plural": "登录邀请",
                        "ordering": ["-pk"],
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Unsent",
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
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="填写人",
                            ),
                        ),
                        ("place", models.CharField(max_length=200, verbose_name="表单地址")),
                        ("fields", models.JSONField(verbose_name="填写的内容")),
                        ("saved_at", models.DateTimeField(verbose_name="保存时间")),
                    ],
                    options={
                        "verbose_name": "没有提交的内容",
                        "verbose_name_plural": "没有提交的内容",
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("user", "place"), name="unsent_once_per_form"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Certificate",
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
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="certificates",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="执法人员",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(max_length=40, unique=True, verbose_name="证件编号"),
                        ),
                        ("issuer", models.CharField(max_length=100, verbose_name="发证机关")),
                        ("valid_from", models.DateField(verbose_name="有效期自")),
                        ("valid_to", models.DateField(verbose_name="有效期至")),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="收回日期"),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True,
                                help_text="如“假设数据”",
                                max_length=200,
                                verbose_name="备注",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "行政执法证件",
                        "verbose_name_plural": "行政执法证件",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("valid_to__gte", models.F("valid_from"))),
                                name="certificate_ends_after_it_begins",
                                violation_error_message="有效期止日不能早于起日。",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Deputation",
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
                                verbose_name="所属机关",
                            ),
                        ),
                        (
                            "principal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="deputations_given",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="被代理人",
                            ),
                        ),
                        (
                            "deputy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="deputations",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="代理人",
                            ),
                        ),
                        (
                            "role",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="auth.group",
                                verbose_name="代理的岗位",
                            ),
                        ),
                        ("first_day", models.DateField(verbose_name="开始日期")),
                        (
                            "last_day",
                            models.DateField(
                                help_text="当天仍可办理，次日起失效", verbose_name="结束日期"
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                help_text="如“出差”“休假”“外出学习”",
                                max_length=200,
                                verbose_name="原因",
                            ),
                        ),
                        (
                            "qualification",
                            models.CharField(
                                blank=True,
                                help_text="代理法制审核时必填：法律职业资格证书编号；以前从事过处罚决定法制审核的，写明起止时间",
                                max_length=200,
                                verbose_name="法制审核资格",
                            ),
                        ),
                        (
                            "order",
                            models.CharField(
                                blank=True,
                                help_text="由系统管理员登记时必填：指定文件的名称、签字人和日期",
                                max_length=200,
                                verbose_name="书面指定",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="登记人",
                            ),
                        ),
                        ("made_on", models.DateField(verbose_name="登记日期")),
                        ("ended_on", models.DateField(null=True, verbose_name="提前结束日期")),
                        (
                            "ended_reason",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="提前结束的原因"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "代理（AB角）",
                        "verbose_name_plural": "代理（AB角）",
                        "ordering": ["-first_day", "-pk"],
                        "permissions": [("name_deputy", "指定代理人")],
                        "default_permissions": ("add", "change", "view"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("last_day__gte", models.F("first_day"))),
                                name="deputation_ends_after_it_begins",
                                violation_error_message="结束日期不能早于开始日期。",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("principal", models.F("deputy")), _negated=True
                                ),
                                name="deputation_of_another",
                                violation_error_message="代理人不能是本人。",
                            ),
                        ],
                    },
                ),
            ],
        ),
        migrations.RunPython(_frozen.install, _frozen.remove),
    ]
