"""整改: requests beside reports, parts that are done, reminders, the ladder, questions."""

import django.core.validators
from django.db import migrations, models


def let_requests_wait_beside(apps, schema_editor):
    """A request no longer holds its problem in review: what must be done goes on meanwhile."""
    finding = apps.get_model("inspections", "Finding")
    reply = apps.get_model("inspections", "Reply").objects
    waiting = reply.filter(outcome="", kind__in=("more_time", "objection"))
    finding.objects.filter(state="replied", pk__in=waiting.values("finding")).update(state="open")


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0010_exhibit_numbers"),
    ]

    operations = [
        migrations.AddField(
            model_name="finding",
            name="owner",
            field=models.CharField(blank=True, max_length=100, verbose_name="责任人"),
        ),
        migrations.AddField(
            model_name="finding",
            name="paused_on",
            field=models.DateField(editable=False, null=True, verbose_name="暂停整改日期"),
        ),
        migrations.AddField(
            model_name="finding",
            name="progress",
            field=models.PositiveSmallIntegerField(
                default=0, editable=False, verbose_name="完成比例（%）"
            ),
        ),
        migrations.AddField(
            model_name="reply",
            name="share",
            field=models.PositiveSmallIntegerField(
                blank=True,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(99),
                ],
                verbose_name="完成比例（%）",
            ),
        ),
        migrations.AlterField(
            model_name="reply",
            name="kind",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="reply",
            name="outcome",
            field=models.CharField(
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
        migrations.RunPython(let_requests_wait_beside, migrations.RunPython.noop),
    ]
