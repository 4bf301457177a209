"""公开清单: versions of what is published beforehand; once public they stay as they are."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from publicity.migrations import _frozen


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_restored_sign_in"),
        ("publicity", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicList",
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
                    models.CharField(blank=True, max_length=300, verbose_name="制定依据或来源"),
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
                ("drafted_on", models.DateField(verbose_name="起草日期")),
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
                    models.DateField(editable=False, null=True, verbose_name="停止公开日期"),
                ),
                (
                    "end_reason",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="停止公开的理由（公开）"
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
                        fields=("bureau", "kind", "version"), name="public_list_one_per_version"
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
        migrations.RunPython(_frozen.install, _frozen.remove),
    ]
