"""What a party may ask for online, what the court did with an application, five years of 追责期限."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0015_handed_over_by_officers"),
        ("penalties", "0011_no_penalty"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="case",
            name="harm",
            field=models.CharField(blank=True, max_length=300, verbose_name="危害后果"),
        ),
        migrations.AddField(
            model_name="case",
            name="long_limitation",
            field=models.CharField(
                blank=True,
                choices=[("health", "涉及公民生命健康安全"), ("finance", "涉及金融安全")],
                max_length=8,
                verbose_name="适用五年追责期限的领域",
            ),
        ),
        migrations.AddField(
            model_name="challenge",
            name="accepted_on",
            field=models.DateField(null=True, verbose_name="复议机关受理日期"),
        ),
        migrations.AddField(
            model_name="challenge",
            name="opinion",
            field=models.TextField(blank=True, verbose_name="行政复议意见书的要求"),
        ),
        migrations.AddField(
            model_name="challenge",
            name="opinion_received_on",
            field=models.DateField(null=True, verbose_name="收到行政复议意见书的日期"),
        ),
        migrations.AddField(
            model_name="challenge",
            name="opinion_report",
            field=models.TextField(blank=True, verbose_name="纠正情况"),
        ),
        migrations.AddField(
            model_name="challenge",
            name="opinion_reported_on",
            field=models.DateField(null=True, verbose_name="报告纠正情况的日期"),
        ),
        migrations.CreateModel(
            name="CourtStep",
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
                            ("submitted", "向人民法院提交申请"),
                            ("accepted", "人民法院受理"),
                            ("not_accepted", "裁定不予受理"),
                            ("execute", "裁定执行"),
                            ("not_execute", "裁定不予执行"),
                            ("appealed", "向上一级人民法院申请复议"),
                            ("upheld", "复议维持原裁定"),
                        ],
                        max_length=14,
                        verbose_name="事项",
                    ),
                ),
                (
                    "happened_on",
                    models.DateField(help_text="裁定填收到的日期", verbose_name="日期"),
                ),
                (
                    "doubted",
                    models.BooleanField(
                        default=False, verbose_name="法院认为明显缺乏根据或者违法，听取意见"
                    ),
                ),
                ("note", models.CharField(max_length=300, verbose_name="文号和要点")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="court_steps",
                        to="penalties.case",
                        verbose_name="案件",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                        verbose_name="强制执行申请书",
                    ),
                ),
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
                "verbose_name": "申请法院强制执行的进展",
                "verbose_name_plural": "申请法院强制执行的进展",
                "ordering": ["case", "pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="PaymentRequest",
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
                        choices=[("later", "暂缓（延期）缴纳"), ("parts", "分期缴纳")],
                        max_length=6,
                        verbose_name="种类",
                    ),
                ),
                ("hardship", models.TextField(verbose_name="确有经济困难的情况")),
                ("plan", models.CharField(max_length=300, verbose_name="希望的期限和数额")),
                ("made_on", models.DateField(verbose_name="申请日期")),
                ("on_behalf", models.BooleanField(default=False, verbose_name="代录")),
                ("granted", models.BooleanField(null=True, verbose_name="批准")),
                ("answered_on", models.DateField(null=True, verbose_name="答复日期")),
                (
                    "answer",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                        verbose_name="答复的通知书",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payment_requests",
                        to="penalties.case",
                        verbose_name="案件",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提交人",
                    ),
                ),
            ],
            options={
                "verbose_name": "延期、分期缴纳的申请",
                "verbose_name_plural": "延期、分期缴纳的申请",
                "ordering": ["case", "pk"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("answered_on", None)),
                        fields=("case",),
                        name="payment_request_one_open",
                        violation_error_message="还有一份申请没有答复。",
                    )
                ],
            },
        ),
    ]
