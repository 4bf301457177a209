"""批准情况 becomes a choice: what the notices of before meant is kept, read once and for all."""

import re

from django.db import migrations

# 批准情况 was written freely: 不予批准, 未获同意, 驳回申请; 未能按期缴纳 is no refusal.
REFUSED = re.compile(
    r"(?:不予?|不予以|未予?|未获得?|没有)(?:批准|同意|准许)|不准|驳回|不予(?:延期|分期|暂缓)"
)
GRANTED = re.compile("同意|批准|准予|准许")
DAY = re.compile("[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日")
WORDS = {"later": "批准延期缴纳", "parts": "批准分期缴纳", "refused": "不予批准"}


def meaning(fields: dict) -> str:
    """later, parts or refused, as the system understood the words until now."""
    words, days = str(fields.get("outcome", "")), DAY.findall(str(fields.get("schedule", "")))
    if REFUSED.search(words) and not (GRANTED.search(REFUSED.sub("", words)) and days):
        return "refused"
    return "parts" if "分期" in words or len(days) > 1 else "later"


def keep(apps, schema_editor):
    """A row for each notice that was signed; a draft is given the choice and keeps its words."""
    Document = apps.get_model("documents", "Document")
    Case = apps.get_model("penalties", "Case")
    Deferral = apps.get_model("penalties", "Deferral")
    rows = Document.objects.filter(
        kind="instalment_notice", content_type__app_label="penalties", content_type__model="case"
    )
    for paper in rows.exclude(number=None).iterator():
        if Case.objects.filter(pk=paper.object_id).exists():
            Deferral.objects.create(
                case_id=paper.object_id, document=paper, outcome=meaning(paper.fields)
            )
    for paper in rows.filter(number=None).exclude(fields__outcome=""):
        words = paper.fields.get("outcome")
        if words and words not in WORDS.values():
            chosen = {"outcome": WORDS[meaning(paper.fields)], "reasons": words}
            paper.fields = paper.fields | chosen
            paper.save(update_fields=["fields"])


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("penalties", "0017_deferrals"),
    ]
    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
