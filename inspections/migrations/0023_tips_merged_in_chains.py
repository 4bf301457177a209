"""Where a chain of merged tips ends stands on each of them; those merged before get it here."""

import django.db.models.deletion
from django.db import migrations, models


def follow(apps, schema_editor):
    tips = apps.get_model("inspections", "Tip").objects
    into = dict(tips.exclude(merged_into=None).values_list("pk", "merged_into"))
    for pk, end in into.items():
        while end in into:
            end = into[end]
        tips.filter(pk=pk).update(main=end)


class Migration(migrations.Migration):
    dependencies = [("inspections", "0022_look_backs_in_assessments")]

    operations = [
        migrations.AddField(
            model_name="tip",
            name="main",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="told_again",
                to="inspections.tip",
                verbose_name="一并办理的来件",
            ),
        ),
        migrations.RunPython(follow, migrations.RunPython.noop),
    ]
