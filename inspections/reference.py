"""Loading the committed checklist: one text, one dated version for each state of the law.

What is loaded once stays as it is: visits rest on it, and bureaus go on from it with versions of
their own. A committed text that changes is committed as another edition.
"""

import json
import re
from datetime import date
from pathlib import Path

from django.db import transaction

from archives_enforcement.accounts.models import Party
from archives_enforcement.legislation import citations
from inspections.models import (
    Checklist,
    ChecklistItem,
    ReportRule,
    ScoringRule,
    SelfForm,
    SelfQuestion,
)
from inspections.models.checklists import WORK_REQUIREMENT
from inspections.queries.checklists import GENERAL

DATA = Path(__file__).parent / "data" / "checklist_2024.json"
SELF = Path(__file__).parent / "data" / "self_inspection.json"
UNVERIFIED = re.compile(r"，[^，；]*未核对")  # a remark for the bureau's own reader
KINDS = {label: value for value, label in Party.Kind.choices}
SAME = (
    "text",
    "severity",
    "method",
    "evidence",
    "typical_problem",
    "suggested_fix",
    "violation",
    "electronic",
)


@transaction.atomic
def load() -> dict[str, int]:
    """Add the committed versions that are not there yet; return the counts of rows in the data.

    May be run again at any time: a version is found by its code and then left alone. Raises
    citations.CitationError when an item rests on an article that was not in force.
    """
    data = json.loads(DATA.read_text(encoding="utf-8"))
    for edition in data["editions"]:
        if not Checklist.objects.filter(code=_code(edition)).exists():
            _load(data, edition)
    _load_rule(data["scoring"], data["editions"][0]["valid_from"])
    return {
        "检查清单": len(data["editions"]),
        "检查事项": len(data["editions"]) * len(data["items"]),
        "评分规则": 1,
        **_load_self_inspection(json.loads(SELF.read_text(encoding="utf-8"))),
    }


def _code(edition) -> str:
    return f"{GENERAL}-{edition['code']}"


def _load(data, edition) -> None:
    """One version with its items; the database refuses whatever would change it afterwards."""
    valid_to = edition["valid_to"]
    checklist = Checklist.objects.create(
        code=_code(edition),
        series=GENERAL,
        name=f"{data['title']}（{edition['title']}）",
        valid_from=date.fromisoformat(edition["valid_from"]),
        valid_to=valid_to and date.fromisoformat(valid_to),
        source=data["source"],
        state=Checklist.State.ADOPTED,
    )
    _load_items(checklist, data, edition["bases_key"])


def _load_rule(scoring, valid_from: str) -> None:
    """The shared 评分规则, unless it is there already."""
    at_least = {grade["title"]: grade["at_least_percent"] for grade in scoring["grades"]}
    ScoringRule.objects.get_or_create(
        bureau=None,
        valid_from=date.fromisoformat(valid_from),
        defaults={
            "excellent": at_least["优秀"],
            "good": at_least["良好"],
            "passing": at_least["合格"],
            **{f"points_{level.lower()}": points for level, points in scoring["points"].items()},
            "capped_by_a": True,
            "source": scoring["source"],
        },
    )


def _load_self_inspection(data) -> dict[str, int]:
    """The shared 报送规则 and 自查表, unless they are there already."""
    for row in data["rules"]:
        since = date.fromisoformat(row["effective_from"])
        known = {"bureau": None, "title": row["title"], "effective_from": since}
        ReportRule.objects.get_or_create(**known, defaults=row | {"effective_from": since})
    for row in data["forms"]:
        if not SelfForm.objects.filter(code=row["code"]).exists():
            _load_form(row)
    return {"报送规则": len(data["rules"]), "自查表": len(data["forms"])}


def _load_form(row) -> None:
    stated = {name: row[name] for name in ("code", "name", "source")}
    since = date.fromisoformat(row["effective_from"])
    form = SelfForm.objects.create(**stated, effective_from=since)
    SelfQuestion.objects.bulk_create(
        SelfQuestion(
            form=form, position=position, part=part, answer=answer, item_code=code, text=text
        )
        for position, (part, answer, code, text) in enumerate(row["questions"], start=1)
    )


def _load_items(checklist, data, bases_key: str) -> None:
    areas = {group["code"]: group["title"] for group in data["groups"]}
    library = Library(checklist.valid_from)
    values = {
        entry["code"]: {
            **_values(entry, entry[bases_key], library),
            "area": areas[entry["group"]],
            "position": position,
        }
        for position, entry in enumerate(data["items"], start=1)
    }
    ChecklistItem.objects.bulk_create(
        [ChecklistItem(checklist=checklist, code=code, **row) for code, row in values.items()]
    )
    keys = dict(checklist.items.values_list("code", "pk"))
    links = {
        (keys[entry["code"]], article.pk)
        for entry in data["items"]
        for article in library.articles(entry[bases_key])
    }
    ChecklistItem.articles.through.objects.bulk_create(
        ChecklistItem.articles.through(checklistitem_id=item, article_id=article)
        for item, article in sorted(links)
    )


def _values(entry, bases, library) -> dict:
    overrides = entry["severity_overrides"].items()
    return {
        **{name: entry[name] for name in SAME},
        "applies_to": [KINDS[label] for label in entry["applies_to"]],
        "severity_by_kind": {KINDS[label]: level for label, level in overrides},
        "basis": library.everything(bases),
        "basis_by_kind": {
            KINDS[label]: library.for_kind(bases, label) for label in entry["applies_to"]
        },
        "local_practice": not any("law" in basis for basis in bases),
    }


class Library:
    """Citations as they read on one day; every article is looked up once."""

    def __init__(self, on: date):
        self.on = on
        self._found = {}

    def _article(self, basis):
        key = basis["law"], basis["article"]
        if key not in self._found:
            self._found[key] = citations.article_on(*key, on=self.on)
        return self._found[key]

    def articles(self, bases) -> list:
        return [self._article(basis) for basis in bases if "law" in basis]

    def _law(self, bases) -> str:
        """《甲》第一条、第二条第一款，《乙》第三条: each law is named once."""
        cited = {}
        for basis in bases:
            article = self._article(basis)
            full = citations.cite(article, basis["paragraph"], basis["item"])
            title = f"《{article.version.law.title}》"
            cited.setdefault(title, []).append(full.removeprefix(title))
        return "，".join(title + "、".join(places) for title, places in cited.items())

    def everything(self, bases) -> str:
        """All bases of an item, law first, for the person who reads the checklist."""
        law = self._law([basis for basis in bases if "law" in basis])
        return "；".join(filter(None, (law, _local(bases))))

    def for_kind(self, bases, label: str) -> str:
        """What may be cited to one kind of party: law alone where there is any."""
        meant = [basis for basis in bases if label in basis.get("applies_to", (label,))]
        law = self._law([basis for basis in meant if "law" in basis])
        return law or UNVERIFIED.sub("", _local(meant))


def _local(bases) -> str:
    texts = [basis["local_practice"] for basis in bases if "local_practice" in basis]
    return WORK_REQUIREMENT + "；".join(texts) if texts else ""
