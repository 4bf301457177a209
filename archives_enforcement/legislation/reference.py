"""Loading the committed laws, versions and article summaries."""

import csv
import json
from datetime import date
from pathlib import Path

from django.db import transaction

from archives_enforcement.legislation.models import Article, Law, LawVersion

DATA = Path(__file__).parent / "data"
_LAW_FIELDS = ("title", "short_title", "level", "issuer", "document_number")
_VERSION_FIELDS = ("label", "promulgated_on", "effective_to", "source", "mark", "remark")
_DATES = ("promulgated_on", "effective_to")


@transaction.atomic
def load() -> dict[str, int]:
    """Bring the library up to the committed data; how many rows of each kind it covers.

    May run any number of times. Rows are found by code, first day and article number. What an
    administrator has edited, imported wording, and rows that are not in the data stay.
    Raises ValidationError when two versions of a law overlap.
    """
    laws, versions = _load_laws()
    articles = _load_articles(versions)
    return {"法律法规": len(laws), "版本": len(versions), "条文": articles}


def _load_laws():
    laws = {law.code: law for law in Law.objects.all()}
    stored = {(row.law_id, row.effective_from): row for row in LawVersion.objects.all()}
    seen, versions = set(), {}
    with (DATA / "laws.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code, start = row["code"], date.fromisoformat(row["effective_from"])
            law = laws.setdefault(code, Law(code=code))
            _bring_up(law, {name: row[name] for name in _LAW_FIELDS})
            version = stored.get((law.pk, start)) or LawVersion(law=law, effective_from=start)
            _bring_up(version, {name: _read(name, row[name]) for name in _VERSION_FIELDS})
            versions[code, row["effective_from"]] = version
            seen.add(code)
    return seen, versions


def _read(name, text):
    if name not in _DATES:
        return text
    return date.fromisoformat(text) if text else None


def _load_articles(versions):
    entries = [
        (versions[group["law"], group["effective_from"]].pk, entry)
        for group in json.loads((DATA / "articles.json").read_text(encoding="utf-8"))
        for entry in group["articles"]
    ]
    marks = {version.pk: version.mark for version in versions.values()}
    known = {
        (article.version_id, article.number): article
        for article in Article.objects.filter(version__in=marks)
    }
    for version, entry in entries:
        key = version, entry["number"]
        article = known.setdefault(key, Article(version_id=version, number=entry["number"]))
        mark = entry.get("mark", marks[version])
        _bring_up(article, {"heading": entry["heading"], "summary": entry["summary"], "mark": mark})
    for version, entry in entries:
        article = known[version, entry["number"]]
        if "successors" in entry and not article.edited:
            article.successors.set(
                known[versions[heir["law"], heir["effective_from"]].pk, heir["number"]]
                for heir in entry["successors"]
            )
    return len(entries)


def _bring_up(record, fields):
    """Write the committed fields that differ, unless an administrator has edited the record."""
    stored = {name: getattr(record, name) for name in fields}
    if record.pk and (record.edited or stored == fields):
        return
    for name, new in fields.items():
        setattr(record, name, new)
    record.clean()
    record.save()
