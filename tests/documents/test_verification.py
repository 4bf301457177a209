"""文书核验: what a stranger with a paper, a code or a file is told, and what he is not."""

import random
import re
from io import BytesIO

import pypdfium2
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archives_enforcement.accounts.models import User
from archives_enforcement.documents import checks, queries, rendering, services, verification
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.typesetting import fonts
from archives_enforcement.files import store
from archives_enforcement.files.models import StoredFile
from tests import factories
from tests.documents.conftest import ON
from tests.documents.entering import enter

GENUINE, REPLACED, VOID = "一致且现行有效", "一致但已被更正", "一致但已作废"
SOUND = 'class="note ok"'  # the green of a paper that one may rely on
UNKNOWN, OTHER = "没有核对到", "不一致"
NUMBER = "示10档函询〔2024〕1号"


@pytest.fixture
def pdf(issued):
    """The bytes of the issued letter, made as the worker makes them."""
    fonts.build(settings.FONT_DIR)
    rendering.render(issued.pk)
    return store.get(issued.rendition.sha256)


@pytest.fixture
def correct(make_draft, officer, head, issued):
    """Issue the letter that corrects the first one; returns its number."""

    def run():
        draft = make_draft()
        draft.replaces = issued
        draft.save(update_fields=["replaces"])
        services.submit(draft, actor=officer, on=ON)
        return services.sign(draft, actor=head, on=ON).number

    return run


@pytest.fixture
def void(make_draft):
    """A numbered paper that was made void, and its code."""
    code = verification.new_code()
    Document.objects.filter(pk=make_draft().pk).update(
        state="void",
        number="示10档函询〔2024〕9号",
        issued_on=ON,
        content={"mark": "示例区档案局"},
        verification_code=code,
    )
    return code


@pytest.fixture
def scan(client):
    return lambda code: client.get(reverse("verification:code", args=[code]))


@pytest.fixture
def type_in(client):
    def run(number, code):
        return client.post(reverse("verification:ask"), {"number": number, "code": code})

    return run


@pytest.fixture
def upload(client):
    def run(content):
        file = SimpleUploadedFile("文书.pdf", content, "application/pdf")
        return client.post(reverse("verification:file"), {"file": file})

    return run


def same_text(page):
    """The page without what differs at every request."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page.text)


def neighbours(code, count):
    """Codes that differ from a real one in one sign."""
    for _ in range(count):
        place = random.randrange(len(code))
        sign = random.choice(verification.ALPHABET.replace(code[place], ""))
        yield code[:place] + sign + code[place + 1 :]


# The code


def test_a_draft_has_no_code_and_an_issued_paper_shows_its_own(submitted, head):
    assert submitted.verification_code is None
    issued = services.sign(submitted, actor=head, on=ON)
    assert set(issued.verification_code) <= set(verification.ALPHABET)
    assert len(issued.verification_code) == 26
    assert issued.content["verification"] == {
        "url": f"{settings.PUBLIC_URL}/verify/{issued.verification_code}/",
        "page": f"{settings.PUBLIC_URL}/verify/",
        "code": verification.typed(issued.verification_code),
    }


def test_the_code_is_long_enough_to_scan_and_to_type():
    assert len(set(verification.ALPHABET)) == 32
    assert verification.LENGTH * 5 >= 128
    assert verification.TYPED * 5 >= 80
    assert verification.typed("ABCDEFGHJKLMNPQRSTUVWXYZ23") == "ABCD-EFGH-JKLM-NPQR"


# By QR code


def test_the_code_of_a_paper_tells_number_kind_issuer_and_date(scan, issued):
    page = scan(issued.verification_code)
    assert GENUINE in page.text
    for fact in (NUMBER, "函询函", "示例区档案局", "2024年7月4日"):
        assert fact in page.text


def test_nothing_else_of_the_paper_is_told(scan, upload, pdf, issued, unit, officer, head):
    User.objects.filter(pk=officer.pk).update(name="起草人甲")
    User.objects.filter(pk=head.pk).update(name="签发人乙")
    told = ["灭火器", "000-00000000", unit.party.name, issued.title]
    assert all(words in str(issued.content) for words in told)
    secrets = [*told, "起草人甲", "签发人乙", issued.rendition.sha256]
    for page in (scan(issued.verification_code), upload(pdf)):
        assert GENUINE in page.text
        assert [secret for secret in secrets if secret in page.text] == []


def test_a_corrected_paper_names_the_later_one_once_that_is_issued(
    scan, issued, correct, make_draft
):
    draft = make_draft()
    draft.replaces = issued
    draft.save(update_fields=["replaces"])
    page = scan(issued.verification_code).text
    assert GENUINE in page and SOUND in page
    later = correct()
    page = scan(issued.verification_code).text
    assert REPLACED in page and SOUND not in page
    assert later in page
    assert GENUINE in scan(Document.objects.get(number=later).verification_code).text


def test_a_void_paper_says_so(scan, void):
    page = scan(void).text
    assert VOID in page and SOUND not in page


def test_wrong_codes_are_answered_alike_and_take_the_same_queries(scan, issued, make_draft):
    whole = issued.verification_code
    Document.objects.filter(pk=make_draft().pk).update(
        state="void", verification_code=whole[1:] + "A"
    )
    wrong = ["MADEUP", whole[:15], whole + "A", whole[1:] + "A", "A" * 26, "0-核", "9" * 300]
    texts, costs = set(), set()
    for code in wrong:
        with CaptureQueriesContext(connection) as asked:
            page = scan(code)
        texts.add(same_text(page))
        costs.add(len(asked))
    assert len(texts) == 1
    assert UNKNOWN in texts.pop()
    assert costs == {1}


def test_the_printed_part_of_a_code_in_the_address_is_asked_for_the_number(client, issued):
    """It says nothing of the paper yet, so it is not called unknown either."""
    for code in (issued.verification_code, verification.new_code()):
        answer = client.get(reverse("verification:code", args=[verification.typed(code)]))
        assert answer.url == reverse("verification:ask")


@pytest.mark.parametrize(
    ("codes", "near"),
    [(1_000, 200), pytest.param(100_000, 10_000, marks=pytest.mark.full)],
    ids=["sample", "all"],
)
def test_guessed_codes_hit_nothing(issued, codes, near):
    real = issued.verification_code
    guesses = [verification.new_code() for _ in range(codes)] + list(neighbours(real, near))
    assert [guess for guess in guesses if verification.by_code(guess)] == []
    assert verification.by_code(real)


# By number and the typed code


@pytest.mark.parametrize("number", [NUMBER, "示10档函询[2024]1号", " 示10档函询（2024） 1号"])
@pytest.mark.parametrize("write", [str, str.lower, lambda code: code.replace("-", " ")])
def test_number_and_code_are_understood_however_typed(type_in, issued, number, write):
    page = type_in(number, write(verification.typed(issued.verification_code)))
    assert GENUINE in page.text


def test_a_code_in_wide_letters_is_understood(type_in, issued):
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in issued.verification_code[:16])
    assert GENUINE in type_in(NUMBER, wide).text


def test_number_and_code_must_belong_together(type_in, issued, correct):
    later = correct()
    code = verification.typed(issued.verification_code)
    pages = [
        type_in(later, code),
        type_in("示10档函询〔2024〕77号", code),
        type_in(NUMBER, next(neighbours(code.replace("-", ""), 1))),
        type_in(NUMBER, code[:-1]),
        type_in(NUMBER, "零"),
    ]
    assert {page.status_code for page in pages} == {200}
    assert len({same_text(page) for page in pages}) == 1
    assert UNKNOWN in pages[0].text


def test_a_number_without_a_code_is_asked_for_it(type_in, issued):
    page = type_in(NUMBER, "")
    assert page.status_code == 422
    assert "请填写“核验码”" in page.text
    assert "还没有核对，请改好下面这一处" in page.text and "没有保存" not in page.text


# By file


def test_the_very_file_is_genuine_and_is_not_kept(upload, pdf, issued):
    before = sorted(store.path_of("0").parents[2].rglob("*"))
    page = upload(pdf)
    assert GENUINE in page.text
    assert NUMBER in page.text
    assert sorted(store.path_of("0").parents[2].rglob("*")) == before
    assert not StoredFile.objects.exists()


def test_the_file_of_a_corrected_paper_says_so(upload, pdf, correct):
    later = correct()
    page = upload(pdf)
    assert REPLACED in page.text
    assert later in page.text


def flipped(pdf, place):
    return pdf[:place] + bytes([pdf[place] ^ 1 << random.randrange(8)]) + pdf[place + 1 :]


def saved_again(pdf, *, without_last=False):
    document = pypdfium2.PdfDocument(pdf)
    if without_last:
        document.del_page(len(document) - 1)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("bits", [8, pytest.param(97, marks=pytest.mark.full)])
def test_an_altered_file_is_never_genuine(upload, pdf, bits):
    places = random.sample(range(len(pdf)), bits)
    altered = [flipped(pdf, place) for place in places]
    altered += [saved_again(pdf), saved_again(pdf, without_last=True), pdf + b"\n"]
    pages = [upload(content) for content in altered]
    assert [OTHER in page.text for page in pages] == [True] * len(altered)
    assert len({same_text(page) for page in pages}) == 1


def test_an_empty_file_and_one_too_large_are_refused(upload, monkeypatch):
    empty = upload(b"")
    assert empty.status_code == 422
    assert "这一页还没有核对" in empty.text and "没有保存" not in empty.text
    monkeypatch.setattr("archives_enforcement.documents.forms.papers.LIMIT", 10)
    page = upload(b"x" * 11)
    assert page.status_code == 422
    assert "没有核对" in page.text


# Old papers that were entered: this system did not make them, so it vouches for none


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


# The check of all issued papers


def test_issued_papers_are_as_they_were_issued(pdf):
    assert queries.problems() == (1, [])


def test_a_code_that_is_not_the_one_on_the_paper_is_found(pdf, issued):
    issued.pk, issued.number, issued.serial = None, "示10档函询〔2024〕2号", 2
    issued.verification_code = verification.new_code()
    issued.save(force_insert=True)
    assert f"{issued.number}：定稿内容中的核验码与登记的不符" in queries.problems()[1]
    issued.content = {}
    assert verification.fault(issued) == "定稿内容中没有核验码"


def test_a_paper_from_before_the_code_is_no_fault(issued):
    del issued.content["verification"]
    issued.verification_code = "ABCDEFGHJKLMNPQR"
    assert verification.fault(issued) is None


@pytest.mark.parametrize(
    ("production", "address", "ids"),
    [
        (True, "http://127.0.0.1:8000", ["documents.W002"]),
        (True, "https://zhifa.example.gov.cn", []),
        (False, "http://127.0.0.1:8000", []),
    ],
)
def test_a_code_that_would_lead_nowhere_is_told_at_start_up(settings, production, address, ids):
    settings.PRODUCTION, settings.PUBLIC_URL = production, address
    found = checks.papers_name_an_address_others_can_reach(None)
    assert [warning.id for warning in found] == ids
