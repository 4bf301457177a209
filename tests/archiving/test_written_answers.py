"""书面答复: what was written back to a letter lies behind it, in the file of whatever it is on."""

import pytest
from django.utils import timezone

from archives_enforcement.archiving import arranging, sheets
from archives_enforcement.documents import services as documents
from inspections.services import leads
from tests.archiving.filing import make_scan
from tests.documents import every_kind
from tests.documents.delivering import deliver
from tests.inspections.rectifying import make_visit

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture(params=["lead", "inspection"])
def record(request, unit, officer, second_officer):
    if request.param == "inspection":
        return request.param, make_visit(unit, officer, second_officer)
    known = {"source": "hall", "text": "反映库房漏水。", "received_on": TODAY}
    return request.param, leads.register(actor=officer, on=TODAY, party=unit.party, **known)


def test_an_answer_lies_behind_its_letter_word_for_word(record, officer, head, clerk):
    about, row = record
    fields = every_kind.facts_of("inquiry_letter", row.bureau)
    fields |= {"reply_due": "收到本函之日起10个工作日内"}
    letter = documents.draft_about(
        about, row, "inquiry_letter", title="", fields=fields, actor=officer, on=TODAY
    )
    documents.submit(letter, actor=officer, on=TODAY)
    letter = documents.sign(letter, actor=head, on=TODAY)
    deliver(letter, clerk, "direct", TODAY)
    documents.enter_letter_answer(
        letter, actor=clerk, on=TODAY, text="屋面已经修好。", files=[make_scan("答复.png")]
    )
    arranged = arranging.arrange(about, row)
    beginning = (letter.title, letter.number)
    lines = [line for line in arranged.lines if line.title.startswith(beginning)]
    assert [line.title for line in lines] == [
        letter.title, f"{letter.title}送达证明（直接送达）",
        f"{letter.title}书面答复（线上办理记录）", f"{letter.number}的答复材料",
    ]  # fmt: skip
    assert len({line.place for line in lines}) == 1 and lines[3].name == "答复.png"
    said = str(sheets.frozen(lines[2], arranged.trace_of(lines[2])))
    assert "屋面已经修好。" in said and "代录" in said
