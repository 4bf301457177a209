"""文书核验 of old papers that were entered: not made by this system, so it vouches for none."""

from django.core.files.uploadedfile import SimpleUploadedFile

from archives_enforcement.documents import verification
from archives_enforcement.files import store
from tests import factories
from tests.documents.entering import enter
from tests.documents.verifying import GENUINE, NUMBER, OTHER, UNKNOWN, same_text


def test_an_entered_paper_is_known_by_no_code(type_in, clerk, unit, issued):
    old = enter(clerk, unit.party, number="旧档〔2023〕7号")
    code = verification.typed(issued.verification_code)
    pages = [type_in(old.number, code), type_in(old.number, "A"), type_in("旧档〔2023〕8号", code)]
    assert {page.status_code for page in pages} == {200}
    assert len({same_text(page) for page in pages}) == 1
    assert UNKNOWN in pages[0].text
    assert "启用本系统以前的纸质文书" in type_in(old.number, "").text


def test_the_scan_of_an_entered_paper_is_no_proof(upload, clerk, unit):
    old = enter(clerk, unit.party, number="旧档〔2023〕7号")
    page = upload(store.get(old.rendition.sha256))
    assert OTHER in page.text
    assert old.number not in page.text


def test_a_genuine_file_stays_genuine_when_somebody_enters_it_again(upload, pdf, clerk, unit):
    again = SimpleUploadedFile("扫描件.pdf", pdf)
    enter(clerk, unit.party, number="旧档〔2023〕7号", scan=again)
    page = upload(pdf)
    assert GENUINE in page.text
    assert NUMBER in page.text


def test_a_number_entered_elsewhere_does_not_hide_the_paper(type_in, issued, other_bureau):
    there = factories.make_user("there", "clerk", bureau=other_bureau)
    enter(there, factories.make_party(other_bureau, "别处的单位"), number=NUMBER)
    page = type_in(NUMBER, verification.typed(issued.verification_code))
    assert GENUINE in page.text
    assert issued.bureau.name in page.text
