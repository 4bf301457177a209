"""What a feedback letter says of each finding, and which law it cites."""

from datetime import date

import pytest

from archives_enforcement.documents import composing
from archives_enforcement.workdays.models import LocalTerm
from inspections.models import Lead
from inspections.queries import letters
from tests.inspections import on_site
from tests.inspections.on_site import BEFORE_REGULATION, DAY

ORDER = (
    "整改要求：该问题属于档案安全隐患，依据《中华人民共和国档案法》第四十五条，"
    "责令你单位自收到本意见书之日起30日内整改完毕。"
)


def text_of(letter) -> list[str]:
    return [line for _, line in composing.paragraphs(letter.wording.text, letter.fields)]


def test_the_letter_says_when_nothing_was_found(make, officer):
    letter = on_site.draft(make(), officer)
    assert (letter.fields["problems"], letter.fields["report_due"]) == (
        ["检查中未发现需要整改的问题。"], "本次检查不需要报告整改情况。请继续做好档案工作。",
    )  # fmt: skip


def test_each_problem_stands_with_basis_task_and_term(make, officer):
    letter = on_site.draft(make("1-01", "2-05", facts="没有台账"), officer)
    assert letter.fields["problems"] == [
        "（一）责任制和管理制度",
        "1. 没有台账。依据：《中华人民共和国档案法》第十二条，"
        "《中华人民共和国档案法实施条例》第十八条。",
        "整改要求：印发档案工作责任制文件，逐级明确领导、管理和执行责任人。"
        "整改期限：自收到本意见书之日起30个工作日内。",
        "（二）库房、设施、设备",
        "2. 没有台账。依据：《中华人民共和国档案法实施条例》第二十二条第二款。",
        f"整改要求：{letter.subject.findings.get(position=2).requirement}"
        "整改期限：自收到本意见书之日起30个工作日内。",
    ]


def test_the_letter_names_unit_day_and_article(visit, officer, unit):
    letter = on_site.draft(visit, officer)
    assert letter.party == unit.party
    assert text_of(letter)[0] == (
        "依据《中华人民共和国档案法》第四十二条，我局于2024年9月5日对你单位档案工作进行了日常检查。"
        "现将检查情况和意见反馈如下。"
    )


def test_a_check_on_a_lead_rests_on_the_article_about_leads_too(make_other, bureau, unit, officer):
    lead = Lead.objects.create(
        bureau=bureau, party=unit.party, source="tip", text="反映漏水", received_on=DAY,
        registered_by=officer,
    )  # fmt: skip
    assert letters.basis(make_other(kind="case", lead=lead)) == (
        "《中华人民共和国档案法》第四十二条、第四十三条"
    )


@pytest.mark.parametrize(
    ("on", "cited", "unknown"),
    [
        (BEFORE_REGULATION, "《中华人民共和国档案法实施办法》", "实施条例"),
        (date(2024, 2, 29), "《中华人民共和国档案法实施办法》", "实施条例"),
        (date(2024, 3, 1), "《中华人民共和国档案法实施条例》", "实施办法"),
        (DAY, "《中华人民共和国档案法实施条例》", "实施办法"),
    ],
)
def test_the_letter_cites_the_law_of_the_day(make_other, officer, on, cited, unknown):
    letter = on_site.draft(make_other("2-02", "2-05", on=on), officer, on)
    whole = "".join(text_of(letter))
    assert (cited in whole, unknown in whole) == (True, False)


def test_no_letter_of_2024_cites_later_documents(make, officer):
    whole = "".join(text_of(on_site.draft(make("2-02", "4-22", "5-09"), officer)))
    assert [name for name in ("54号", "825号", "信用修复") if name in whole] == []


def test_a_hazard_is_ordered_away(make, officer):
    letter = on_site.draft(make("2-02"), officer)
    *_, order, remedies = letter.fields["problems"]
    assert order.startswith(ORDER)
    assert remedies.startswith(
        "救济途径：不服责令整改（第1项）的，可以自收到本意见书之日起六十日内向"
    )
    assert letter.bureau.reconsideration_body in remedies and letter.bureau.court in remedies


@pytest.mark.parametrize("code", ["1-03", "1-09", "5-03", "2-05"])
def test_what_is_no_hazard_is_not_ordered(make, officer, code):
    """1-09 rests on an earlier order (档案法第四十八条第（八）项), the others on other duties."""
    letter = on_site.draft(make(code), officer)
    assert "第四十五条，责令" not in letter.fields["problems"][-1]
    assert "救济途径" not in str(letter.fields["problems"])


def test_what_rests_on_no_law_is_advice(make, officer):
    letter = on_site.draft(make("2-09"), officer)
    finding = letter.subject.findings.get()
    assert letter.fields["problems"][1:] == [
        f"1. {finding.text}（{finding.basis}）",
        f"改进建议：{finding.requirement}",
    ]


def test_a_bureau_that_set_its_own_term_writes_it(visit, officer, bureau):
    LocalTerm.objects.create(
        bureau=bureau, code="D-I08", length=20, unit="workday",
        effective_from=date(2024, 1, 1), source="本局制度",
    )  # fmt: skip
    letter = on_site.draft(visit, officer)
    assert letter.fields["problems"][-1].endswith("整改期限：自收到本意见书之日起20个工作日内。")


def codes_failing(visit, count):
    return [item.code for item in visit.checklist.items.all() if item.concerns(visit.party)][:count]


@pytest.mark.parametrize(("count", "attached"), [(12, 0), (13, 1)])
def test_many_problems_go_into_a_table(make, officer, unit, head, team, count, attached):
    pattern = on_site.approved(unit, head, *team)
    visit = make(*codes_failing(pattern, count))
    letter = on_site.draft(visit, officer)
    assert len(letter.fields["attachments"]) == attached
    assert [len(table["rows"]) for table in letter.fields["attachments"]] == [count] * attached
