from django.db import migrations, models


def tell_from_notices(apps, schema_editor):
    """A case was told to its party on the day on which its first notice was issued."""
    kind = (
        apps.get_model("contenttypes", "ContentType")
        .objects.filter(app_label="penalties", model="case")
        .first()
    )
    if kind is None:  # nothing has ever stood on a case
        return
    notices = apps.get_model("documents", "Document").objects.filter(
        kind="prior_notice", content_type=kind, issued_on__isnull=False
    )
    cases = apps.get_model("penalties", "Case").objects
    for notice in notices.order_by("issued_on", "pk"):
        cases.filter(pk=notice.object_id, told_on=None).update(told_on=notice.issued_on)


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("documents", "0010_wording_never_changes"),
        ("penalties", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="case",
            name="told_on",
            field=models.DateField(editable=False, null=True, verbose_name="首次告知日期"),
        ),
        migrations.RunPython(tell_from_notices, migrations.RunPython.noop),
    ]
