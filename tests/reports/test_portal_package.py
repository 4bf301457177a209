"""The whole file of a unit as a zip: what its pages show, and nothing else."""

import io
import zipfile

import pytest
from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.files import store
from archives_enforcement.files.models import StoredFile
from archives_enforcement.files.services import attach
from inspections.models import Inspection
from inspections.services import appeals, questions
from tests import factories
from tests.documents.issuing import FIELDS
from tests.inspections import assessing
from tests.inspections import self_inspecting as self_
from tests.inspections.rectifying import answer, days, make_finding, make_visit, upload


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def finding(unit, officer):
    return make_finding(make_visit(unit, officer))


def package(client, party, user):
    client.force_login(user)
    response = client.get(reverse("reports:portal-package", args=[party.pk]))
    if response.status_code != 200:
        return response.status_code
    return zipfile.ZipFile(io.BytesIO(b"".join(response)))


def test_it_holds_what_was_said_with_its_files_and_an_index(client, unit, finding, contact):
    answer(finding, contact, text="已换<新>灭火器", files=[upload("收据.pdf", b"%PDF-1.7 receipt")])
    questions.ask(finding, actor=contact, on=days(0), text="要几具？")
    zipped = package(client, unit.party, contact)
    (receipt,) = [name for name in zipped.namelist() if name.startswith("材料/")]
    assert receipt == "材料/001 收据.pdf"
    assert zipped.read(receipt) == b"%PDF-1.7 receipt"
    index = zipped.read("目录.html").decode()
    for words in (
        finding.text,
        "已换&lt;新&gt;灭火器",
        "要几具？",
        store.digest(zipped.read(receipt)),
    ):
        assert words in index
    assert zipped.testzip() is None


def test_nothing_gets_in_that_its_pages_do_not_show(client, unit, finding, officer, contact):
    visit = finding.inspection
    facts = {"purpose": "现场照片", "actor": officer, "bureau": visit.bureau, "party": unit.party}
    attach(visit, [upload("内部.pdf", b"%PDF-1.7 inside")], **facts)
    assert StoredFile.objects.filter(party=unit.party).exists()
    Inspection.objects.filter(pk=visit.pk).update(state="reported")
    zipped = package(client, unit.party, contact)
    assert zipped.namelist() == ["目录.html"]
    assert finding.text not in zipped.read("目录.html").decode()


def test_it_holds_what_was_answered_in_writing_and_appealed(
    client, unit, officer, clerk, head, contact
):
    letter = documents.draft(
        unit, "inquiry_letter", bureau=unit.party.bureau, party=unit.party, title="函询函",
        fields=FIELDS, actor=officer, on=days(0),
    )  # fmt: skip
    letter = documents.submit(letter, actor=officer, on=days(0))
    letter = documents.sign(letter, actor=head, on=days(0))
    documents.acknowledge(letter.deliveries.get(), actor=contact, on=days(0))
    documents.answer_letter(letter, actor=contact, on=days(0), text="屋面已经修好。")
    last_year = days(0).year - 1
    assessing.make_rule(head, on=days(0))
    assessing.evaluate(unit, clerk, on=days(0), year=last_year)
    told = assessing.published(clerk, head, on=days(0), year=last_year)
    asked = {"actor": contact, "on": days(0), "text": "评价表算错了。"}
    appeals.file(assessing.result_of(told, unit), **asked)
    index = package(client, unit.party, contact).read("目录.html").decode()
    assert "屋面已经修好。" in index and "评价表算错了。" in index


def test_it_is_the_units_own(client, bureau, unit, finding, head):
    other = factories.make_contact("other", factories.make_unit(bureau, "示例街道二").party)
    assert package(client, unit.party, other) == 404
    assert package(client, unit.party, head) == 403


def test_it_holds_what_was_reported_promised_and_agreed(
    client, unit, officer, clerk, head, contact, time_machine
):
    other = factories.make_unit(unit.party.bureau, "示例街道九")
    time_machine.move_to(self_.OPENED)
    asked = self_.opened(clerk, head)
    time_machine.move_to(self_.FILED)
    receipts = [
        self_.submitted(self_.report_of(asked, one), who, remark=f"{one}的说明").digest
        for one, who in ((unit, contact), (other, factories.make_contact("other", other.party)))
    ]
    index = package(client, unit.party, contact).read("目录.html").decode()
    assert [digest in index for digest in receipts] == [True, False]
    assert f"{unit}的说明" in index and "还没有。" in index
