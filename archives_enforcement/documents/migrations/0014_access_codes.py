import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0013_posts_that_sign"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="delivery",
            name="acknowledged_name",
            field=models.CharField(blank=True, max_length=60, verbose_name="网上签收人姓名"),
        ),
        migrations.AlterField(
            model_name="deliveryattempt",
            name="recorded_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="登记人",
            ),
        ),
        migrations.CreateModel(
            name="AccessCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True, verbose_name="登录码摘要")),
                (
                    "typed_digest",
                    models.CharField(max_length=64, unique=True, verbose_name="输入部分摘要"),
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
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="制作人",
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
    ]
