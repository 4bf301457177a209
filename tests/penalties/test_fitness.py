"""认定处理方式: what each set of facts opens and what it does not, with the articles."""

import json
import re
from datetime import date
from itertools import product

import pytest

from archives_enforcement.accounts.models import Party
from penalties.fitness import (
    ACTS,
    QUESTIONS,
    Answer,
    Clause,
    Facts,
    Measure,
    Provision,
    Sanction,
    conditions,
    fitness,
    questions,
)
from penalties.fitness.citing import named
from penalties.fitness.judging import reach
from penalties.models import Category
from penalties.reference import DATA
from tests.penalties.fitness_table import TABLE

ON = date(2026, 11, 27)
CODES = {
    "F": "fine", "W": "warning", "G": "confiscation", "B": "purchase", "O": "order", "T": "talk",
    "C": "circular", "P": "proposal", "POL": "police", "SUP": "supervision", "CUS": "customs",
    "JUR": "jurisdiction",
}  # fmt: skip
FINES = {
    "F1": ("第四十九条第一款", 10_000, 100_000),
    "F1p": ("第四十九条第一款", 500, 5_000),
    "F2": ("第四十九条第二款", 20_000, 200_000),
    "F3": ("第四十九条第三款", 10_000, 100_000),
    "F3p": ("第四十九条第三款", 500, 5_000),
}
LAWS = {"": "archives_law", "条": "archives_regulation", "罚": "penalty_law", "刑": "criminal_law"}
SHORT = {
    "owned": "state_owned", "hall": "hall_holdings", "serving": "in_service",
    "ignored": "order_ignored", "state": "state_hall", "here": "in_jurisdiction",
    "firm": "service_enterprise", "private": "private_enterprise", "mass": "mass_organization",
    "social": "social_organization", "company": "state_enterprise",
}  # fmt: skip
ANSWERS = {"+": "yes", "-": "no", "?": "unknown"}
CATALOGUE = {
    row["code"]: row
    for row in json.loads((DATA / "violations.json").read_text(encoding="utf-8"))["violations"]
}
LINES = [line for line in TABLE.splitlines() if line.strip() and not line.startswith("#")]


def places(bases):
    return tuple(
        tuple(row[name] for name in ("law", "article", "paragraph", "item")) for row in bases
    )


def provision(code):
    """What the committed catalogue says of an act, without the database."""
    entry = CATALOGUE[code]
    sanction = entry["sanction"] and Sanction(
        tuple(entry["sanction"]["bodies"]),
        tuple(entry["sanction"]["persons"]),
        places(entry["sanction"]["bases"]),
    )
    clauses = [
        Clause(
            None, fine["clause"], bounds["party"], fine["offender"],
            named(places(fine["bases"]), ON), tuple(fine["kinds"]),
            bounds["minimum"], bounds["maximum"],
        )
        for fine in entry["fines"]
        for bounds in fine["ranges"]
    ]  # fmt: skip
    return Provision(entry["title"], sanction, tuple(clauses))


def facts_of(words):
    subject, act, *known = words.split()
    answers = {"crime": "no", "in_jurisdiction": "yes"}
    for word in known:
        name, value = word.split("=") if "=" in word else (word[:-1], ANSWERS[word[-1]])
        answers[SHORT.get(name, name)] = value
    return Facts.of(SHORT.get(subject, subject), act, answers)


def judged(words, on=ON):
    facts = facts_of(words)
    return fitness(facts, provision(facts.act), on)


def article(short):
    """《中华人民共和国档案法》第四十九条第一款 for 49.1, as the head of the table explains."""
    law, number, paragraph, item = re.fullmatch(
        r"(\D?)(\d+)(?:\.(\d))?(?:\((\d+)\))?", short
    ).groups()
    parts = (int(each) if each else None for each in (number, paragraph, item))
    return named([(LAWS[law], *parts)], ON)


def split(line):
    words, given, refused = (part.strip() for part in line.split("|"))
    return words, given.split(), [part.split() for part in refused.split(";") if part.strip()]


def test_the_table_is_long_enough_and_names_every_act():
    assert len(LINES) >= 100
    assert {line.split()[1] for line in LINES} == set(CATALOGUE) == set(ACTS)


@pytest.mark.parametrize("line", LINES, ids=[line.partition("|")[0].strip() for line in LINES])
def test_what_the_facts_open_and_what_they_do_not(line):
    words, given, refused = split(line)
    verdict = judged(words)
    expected = {CODES["F" if code in FINES else code] for code in given}
    assert {str(row.measure) for row in verdict.offered} == expected
    fines = [
        (row.articles.partition("》")[2], row.clause.minimum, row.clause.maximum)
        for row in verdict.offers(Measure.FINE)
    ]
    assert fines == [FINES[code] for code in given if code in FINES]
    for code, short in refused:
        law, _, place = article(short).partition("》")
        articles = verdict.refusal(Measure(CODES[code])).articles
        assert law in articles
        assert place in articles


@pytest.mark.parametrize("code", ACTS)
def test_every_measure_stands_on_one_side_with_its_article(code):
    for subject, answer in product(("organ", "service_enterprise", "person"), Answer):
        answers = {name: answer for name in QUESTIONS if name not in ("order", "crime")}
        verdict = fitness(Facts.of(subject, code, answers), provision(code), ON)
        offered, refused = ({row.measure for row in side} for side in verdict)
        assert offered | refused == set(Measure)
        assert not offered & refused
        assert all("第" in row.articles for side in verdict for row in side)
        assert all(row.why.endswith("。") for row in verdict.refused)


# Facts that may stay open all the same: a serving firm is fined whatever it used, and selling is
# no crime once either the state does not own the archives or it is not 情节严重.
SPARED = {
    ("firm V01 owned+ serving+ hall-", "hall_holdings"),
    ("firm V01 owned+ serving+ hall+", "hall_holdings"),
    ("firm V01 owned+ serving+ hall?", "hall_holdings"),
    ("firm V02 owned+ serving+", "hall_holdings"),
    ("firm V04 serving+ hall-", "hall_holdings"),
    ("person V05 foreign+ owned+ serious-", "state_owned"),
    ("person V05 foreign+ owned- serious+", "serious"),
    ("private V05 foreign+ owned-", "serious"),
}


@pytest.mark.parametrize("line", [line for line in LINES if " F" in line.split("|")[1]])
def test_no_fine_stands_once_any_fact_it_needs_is_unknown(line):
    words = split(line)[0]
    facts = facts_of(words)
    for name in questions(facts.act, facts.subject):
        answers = {**facts.answers, name: "unknown"}
        opened = fitness(
            Facts.of(facts.subject, facts.act, answers), provision(facts.act), ON
        ).offers(Measure.FINE)
        assert bool(opened) == ((words, name) in SPARED), name


def test_an_answer_that_the_question_does_not_know_is_refused():
    with pytest.raises(ValueError, match="maybe"):
        Facts.of("organ", "V01", {"state_owned": "maybe"})
    with pytest.raises(ValueError, match="没有这样的事实"):
        Facts.of("organ", "V01", {"rich": "yes"})


def test_kinds_of_party_are_those_of_the_register():
    named = {conditions.ARCHIVES, conditions.SERVICE_FIRM, conditions.PERSON, *conditions.PUBLIC}
    assert named < set(Party.Kind.values)
    assert {row for kind in Party.Kind.values for row in reach(kind)} == set(Category.values)


@pytest.mark.parametrize("code", ACTS)
def test_elements_of_the_gate_are_those_of_the_catalogue(code):
    assert len(ACTS[code].elements) == len(CATALOGUE[code]["elements"])


def test_articles_that_were_not_yet_law_are_not_named():
    before = judged("organ V06 order=none", date(2024, 2, 29)).offers(Measure.ORDER)[0]
    after = judged("organ V06 order=none", date(2024, 3, 1)).offers(Measure.ORDER)[0]
    assert "实施条例" not in before.articles
    assert "《中华人民共和国档案法实施条例》第四十九条" in after.articles


@pytest.mark.parametrize(
    ("words", "persons", "body"),
    [
        ("organ V09", "直接负责的主管人员和其他直接责任人员", "其任免机关、单位"),
        ("private V09", "直接负责的主管人员和其他直接责任人员", "其所在单位"),
        (
            "archives V12 state+ serious+",
            "负有责任的领导人员和直接责任人员",
            "其任免机关、单位",
        ),
    ],
)
def test_a_proposal_names_the_persons_and_the_body(words, persons, body):
    (offer,) = judged(words).offers(Measure.PROPOSAL)
    assert (offer.persons, offer.body) == (persons, body)
