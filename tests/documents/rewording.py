"""A new text for one kind of paper, written today for tomorrow."""

from datetime import date, timedelta

from archives_enforcement.documents import kinds, wording_rules

TODAY = date(2026, 3, 2)
TOMORROW = TODAY + timedelta(days=1)
KIND = "inquiry_letter"
NEW = (
    "{reason}\n请你单位就下列问题作出说明：\n{questions}\n请于{reply_due}前回复。\n"
    "电话：{phone}。\n"
)
LABELS = kinds.KINDS[KIND].fields
WRITABLE = [code for code in kinds.KINDS if not wording_rules.is_laid_out_elsewhere(code)]
