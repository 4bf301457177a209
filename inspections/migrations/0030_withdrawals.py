"""撤回 of plans, published checklists and draws; a draw stays as it was published."""

from django.db import migrations, models

from inspections.migrations import _frozen

STATES = [
    ("draft", "准备中"),
    ("published", "已公示"),
    ("contributed", "待抽取"),
    ("drawn", "已抽取"),
    ("adopted", "已采用"),
    ("redrawn", "已重新抽取"),
    ("withdrawn", "已撤回"),
]


def _withdrawal(model: str) -> list:
    day = models.DateField(editable=False, null=True, verbose_name="撤回日期")
    reason = models.CharField(
        blank=True, editable=False, max_length=300, verbose_name="撤回的理由（公开）"
    )
    return [
        migrations.AddField(model_name=model, name="withdrawn_on", field=day),
        migrations.AddField(model_name=model, name="withdrawal_reason", field=reason),
    ]


class Migration(migrations.Migration):
    dependencies = [("inspections", "0001_squashed_0029_circular_before_a_lead")]

    operations = [
        migrations.RunPython(_frozen.remove, _frozen.install),
        *_withdrawal("draw"),
        *_withdrawal("plan"),
        *_withdrawal("listpublication"),
        migrations.AlterField(
            model_name="draw",
            name="state",
            field=models.CharField(
                choices=STATES,
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="状态",
            ),
        ),
        migrations.RemoveConstraint(model_name="listpublication", name="checklist_published_once"),
        migrations.AddConstraint(
            model_name="listpublication",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on", None)),
                fields=("bureau", "checklist"),
                name="checklist_published_once",
            ),
        ),
        migrations.RunPython(_frozen.install, _frozen.remove),
    ]
