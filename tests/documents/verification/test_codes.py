"""文书核验 by code: what a stranger with a paper or a number is told, and what he is not."""

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archives_enforcement.accounts.models import User
from archives_enforcement.documents import services, verification
from archives_enforcement.documents.models import Document
from tests.documents.conftest import ON
from tests.documents.verifying import (
    GENUINE,
    NUMBER,
    REPLACED,
    SOUND,
    UNKNOWN,
    VOID,
    neighbours,
    same_text,
)


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
