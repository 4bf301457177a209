"""Every kind has a wording, in words and signs that can be signed, citing law that is in force."""

import re
from collections import Counter

import pytest

from archives_enforcement.documents import reference
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.models import Wording
from archives_enforcement.documents.text_rules import FIELD, FIRST_LEVEL, filled
from archives_enforcement.documents.wording_rules import COMMON
from archives_enforcement.legislation.models import Law
from archives_enforcement.legislation.numerals import from_chinese, to_chinese
from tests.legislation.bases import not_in_force

WORDINGS = {code: reference.read(code) for code in KINDS}
LETTERS = [code for code, kind in KINDS.items() if kind.layout == "letter"]
FORMS = [code for code, kind in KINDS.items() if kind.layout == "form"]
LAID_OUT_ELSEWHERE = {"site_record": "{blocks}", "annual_report": "{body}"}
STANDING = {"phone", "remedies"}  # what the bureau says of itself, on any paper
WITHOUT_ARTICLE = {  # practice of the bureau, or a document that has no articles
    "本机关检查工作规范",
    "本机关检查工作规范（双随机、一公开）",
    "本机关检查工作规范（观察员）",
    "本机关检查工作规范（回头看）",
    "本机关检查工作规范（工作约谈）",
    "本机关执法监督工作规范",
    "本机关文书工作规范（补正笔误）",
    "《档案行政处罚程序规定》第四章",  # 执行和结案; its articles are not in the library
    "国办发〔2018〕118号",
}
ARTICLE = "第[一二三四五六七八九十百]+条"
CITED = re.compile(rf"《([^《》]+)》({ARTICLE}(?:、{ARTICLE})*)")
ROW = re.compile(r"([^：{}]+)：\{([a-z_]+)\}")
SIGNED = "签字："
SAID_FOR_HIM = re.compile(r"以上.{2,12}(?:核对|告知)|与.{2,6}一致|我已|没有人为")
HALF_WIDTH = re.compile(r"[,.;:!?()\[\]\"'~%]|[ 　]{2}|[ 　]$")


def lines(code):
    return WORDINGS[code].splitlines()


def addressee(code):
    """The field that is typeset above a letter and need not stand in it."""
    fields = KINDS[code].fields if code in LETTERS else {}
    return next((name for name in ("receiver", "unit", "party") if name in fields), None)


def citations(text):
    return [
        (title, from_chinese(article[1:-1]))
        for title, articles in CITED.findall(text)
        for article in articles.split("、")
    ]


@pytest.mark.parametrize("end", ["前", "以前", "之前", "前。", "内"])
@pytest.mark.big_set
@pytest.mark.parametrize("code", KINDS)
def test_what_is_typed_with_its_end_is_not_said_twice(code, end):
    """请于2026年12月31日前前书面回复: nobody knows what the wording puts behind his field."""
    fields = dict.fromkeys(FIELD.findall(WORDINGS[code]), f"2026年12月31日{end}")
    said = "\n".join(filled(line, fields) for line in lines(code))
    assert not re.search("前[以之]?前|。。|前。前|内[以之]?前", said)


def test_wordings_and_kinds_are_the_same_set():
    assert {path.stem for path in reference.FOLDER.iterdir()} == set(KINDS)


def test_no_two_kinds_share_a_number_series():
    assert [name for name, n in Counter(k.series for k in KINDS.values()).items() if n > 1] == []


@pytest.mark.big_set
@pytest.mark.parametrize("code", [code for code in KINDS if code not in LAID_OUT_ELSEWHERE])
def test_every_fact_stands_once_and_none_is_unknown(code):
    kind, count = KINDS[code], Counter(FIELD.findall(WORDINGS[code]))
    spared = {addressee(code)}
    assert [name for name in kind.fields if name not in spared and count[name] != 1] == []
    assert [name for name, n in count.items() if n > 1] == []
    elsewhere = STANDING if kind.about else COMMON.keys()
    assert count.keys() - kind.fields.keys() - kind.extra.keys() - elsewhere == set()
    assert kind.extra.keys() <= count.keys()


@pytest.mark.parametrize(("code", "whole"), LAID_OUT_ELSEWHERE.items())
def test_papers_laid_out_by_their_app_are_one_field(code, whole):
    assert lines(code) == [whole]


@pytest.mark.big_set
@pytest.mark.parametrize("code", KINDS)
def test_ways_of_appeal_are_told_where_they_must_be_and_only_there(code):
    assert lines(code).count("{remedies}") == bool(KINDS[code].remedies)


@pytest.mark.parametrize("code", FORMS)
def test_rows_of_a_form_bear_the_names_of_the_catalogue(code):
    labels = {**KINDS[code].fields, **KINDS[code].extra}
    rows = [row.groups() for row in map(ROW.fullmatch, lines(code)) if row]
    assert [label for label, name in rows if labels[name] != label] == []


@pytest.mark.parametrize("code", FORMS)
def test_records_made_by_officers_have_lines_to_sign_at_their_end(code):
    signed = [place for place, line in enumerate(lines(code), 1) if line.startswith(SIGNED)]
    assert signed in ([], [len(lines(code))])
    assert signed or not KINDS[code].by_officers or code in LAID_OUT_ELSEWHERE


@pytest.mark.big_set
@pytest.mark.parametrize("code", KINDS)
def test_signs_are_those_of_chinese_print(code):
    assert [line for line in lines(code) if HALF_WIDTH.search(FIELD.sub("〇", line))] == []
    assert [line for line in lines(code) if line != line.strip() or not line] == []


@pytest.mark.big_set
@pytest.mark.parametrize("code", KINDS)
def test_sentences_end_and_headings_do_not(code):
    headings = [line for line in lines(code) if FIRST_LEVEL.match(line)]
    assert [line for line in headings if line[-1] in "。：；"] == []
    unended = [
        line
        for line in lines(code)
        if line not in headings
        and line[-1] not in "。："
        and not (FIELD.fullmatch(line) or ROW.fullmatch(line) or line.startswith(SIGNED))
    ]
    assert unended == []


@pytest.mark.big_set
@pytest.mark.parametrize("code", KINDS)
def test_headings_are_counted_without_a_gap_and_none_is_empty(code):
    places = [place for place, line in enumerate(lines(code)) if FIRST_LEVEL.match(line)]
    numbers = [lines(code)[place].split("、")[0] for place in places]
    assert numbers == [to_chinese(number) for number in range(1, len(numbers) + 1)]
    assert {place + 1 for place in places}.isdisjoint({*places, len(lines(code))})


def test_every_basis_is_an_article_of_the_library_or_named_as_having_none(db):
    bases = {kind.basis for kind in KINDS.values()}
    assert {basis for basis in bases if CITED.sub("", basis).strip("、")} == WITHOUT_ARTICLE
    known = set(Law.objects.values_list("title", "versions__articles__number"))
    cited = {each for basis in bases for each in citations(basis)}
    assert cited - known == set()


def test_every_article_in_a_wording_is_in_force_on_the_day_it_is_first_used(db):
    codes = dict(Law.objects.values_list("title", "code"))
    cited = [
        ({"law": codes.get(title), "article": number}, wording.effective_from.isoformat())
        for wording in Wording.objects.filter(version=1)
        for title, number in citations(wording.text)
    ]
    assert len(cited) > 25
    assert not_in_force(cited) == []


@pytest.mark.parametrize("text", ["", "依照《中华人民共和国行政处罚法》的规定"])
def test_a_wording_that_cites_no_article_of_the_penalty_law_is_usable_earlier(text):
    assert reference.first_day(text) == reference.FIRST_DAY


@pytest.mark.parametrize(
    "later", ["〔2024〕54号", "第825号", "信用修复管理办法", "实施条例》第", "行政复议法》第"]
)
def test_no_wording_rests_on_law_that_came_later(later):
    assert [code for code, text in WORDINGS.items() if later in text] == []
