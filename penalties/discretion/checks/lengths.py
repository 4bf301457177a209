"""Words that are longer than a page, a paper or a row has room for."""

from collections.abc import Iterator

from penalties.discretion.checks.findings import ERROR, Finding

ROOM = {  # part of the document: its name in words, and how many characters each field may have
    "tiers": ("档次", {"code": 10, "title": 40}),
    "rows": ("条目", {"code": 10, "title": 120, "note": 200, "legal_review": 10}),
    "factors": ("情节", {"code": 10, "title": 60, "condition": 120, "note": 120}),
}
FIELDS = {"code": "代码", "title": "名称", "note": "说明", "condition": "条件"}
CRITERION = 120
WEIGHT = 60  # of a weight and of its levels


def words(document: dict) -> Iterator[Finding]:
    """Every text that has to be shortened before the benchmark can be published."""
    for part, (name, room) in ROOM.items():
        for entry in document.get(part, []):
            place = f"{name} {entry.get('code', '')}"
            for field, most in room.items():
                if len(entry.get(field) or "") > most:
                    yield _too_long(place, FIELDS.get(field, field), most)
            for criterion in entry.get("criteria", []):
                if len(criterion) > CRITERION:
                    yield _too_long(place, f"标准“{criterion[:10]}…”", CRITERION)
    yield from _weights(document)


def _weights(document: dict) -> Iterator[Finding]:
    for entry in (document.get("weights") or {}).get("factors", []):
        for title in (entry["title"], *(level["title"] for level in entry["levels"])):
            if len(title) > WEIGHT:
                yield _too_long(f"权重“{entry['title'][:10]}”", f"“{title[:10]}…”", WEIGHT)


def _too_long(place: str, what: str, most: int) -> Finding:
    return Finding(ERROR, place, f"{what}超过 {most} 个字", f"请缩短到 {most} 个字以内")
