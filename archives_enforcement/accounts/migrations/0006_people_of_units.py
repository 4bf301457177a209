import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_fonds_number"),
    ]

    operations = [
        migrations.CreateModel(
            name="UnitInvitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="邮箱")),
                ("digest", models.CharField(max_length=64, unique=True, verbose_name="链接摘要")),
                ("invited_at", models.DateTimeField(verbose_name="邀请时间")),
                ("expires_at", models.DateTimeField(verbose_name="失效时间")),
                ("used_at", models.DateTimeField(null=True, verbose_name="使用时间")),
                ("revoked_at", models.DateTimeField(null=True, verbose_name="撤回时间")),
            ],
            options={
                "verbose_name": "登录邀请",
                "verbose_name_plural": "登录邀请",
                "ordering": ["-pk"],
                "default_permissions": (),
            },
        ),
        migrations.AlterModelOptions(
            name="grant",
            options={
                "permissions": [
                    ("see_people", "查看单位的登录人员"),
                    ("manage_people", "管理单位的登录人员"),
                ],
                "verbose_name": "单位经办人授权",
                "verbose_name_plural": "单位经办人授权",
            },
        ),
        migrations.AddField(
            model_name="grant",
            name="ended_on",
            field=models.DateField(editable=False, null=True, verbose_name="停用日期"),
        ),
        migrations.AddField(
            model_name="grant",
            name="post",
            field=models.CharField(
                choices=[("manager", "负责人"), ("archivist", "档案员")],
                default="manager",
                max_length=10,
                verbose_name="身份",
            ),
        ),
        # Who acted for a unit so far did so alone: he is the one who says who else may.
        migrations.AlterField(
            model_name="grant",
            name="post",
            field=models.CharField(
                choices=[("manager", "负责人"), ("archivist", "档案员")],
                default="archivist",
                max_length=10,
                verbose_name="身份",
            ),
        ),
        migrations.AddField(
            model_name="grant",
            name="state",
            field=models.CharField(
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
        migrations.AddField(
            model_name="user",
            name="session_round",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "waiting")),
                fields=("user", "party"),
                name="grant_asked_once",
            ),
        ),
        migrations.AddField(
            model_name="unitinvitation",
            name="invited_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="邀请人",
            ),
        ),
        migrations.AddField(
            model_name="unitinvitation",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.party",
                verbose_name="单位",
            ),
        ),
        migrations.AddField(
            model_name="unitinvitation",
            name="used_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="接受邀请的用户",
            ),
        ),
        migrations.CreateModel(
            name="Unsent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.CharField(max_length=200, verbose_name="表单地址")),
                ("fields", models.JSONField(verbose_name="填写的内容")),
                ("saved_at", models.DateTimeField(verbose_name="保存时间")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="填写人",
                    ),
                ),
            ],
            options={
                "verbose_name": "没有提交的内容",
                "verbose_name_plural": "没有提交的内容",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("user", "place"), name="unsent_once_per_form")
                ],
            },
        ),
    ]
