"""Every issued paper bears the code it was registered with, and the code leads somewhere."""

import pytest

from archives_enforcement.documents import checks, verification, wholeness


def test_issued_papers_are_as_they_were_issued(pdf):
    assert wholeness.problems() == (1, [])


def test_a_code_that_is_not_the_one_on_the_paper_is_found(pdf, issued):
    issued.pk, issued.number, issued.serial = None, "示10档函询〔2024〕2号", 2
    issued.verification_code = verification.new_code()
    issued.save(force_insert=True)
    assert f"{issued.number}：定稿内容中的核验码与登记的不符" in wholeness.problems()[1]
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
