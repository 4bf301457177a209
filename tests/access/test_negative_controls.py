"""The walk is able to fail: with a wall taken out it says so, page by page."""

import pytest

from archives_enforcement import views
from inspections.views.rectification import FindingDetailView
from tests.access.policy import TABLE
from tests.access.test_resolver import patterns
from tests.access.walking import address, ask, walk, wrong

pytestmark = pytest.mark.django_db

VIEWS = {name: getattr(view, "view_class", object) for name, view in patterns()}
OUTSIDERS = "BO"  # the other unit and the other bureau

# Pages whose rows are narrowed to the reader before `Guarded` narrows them.
NARROWED_TWICE = {
    "inspections:invitation-list",
    "inspections:invitation-detail",
    "inspections:invitation-pledge",
    "inspections:invitation-certificate-pdf",
    "reports:clock-export",  # the clocks of one bureau, by its own query
    "accounts:deputation-end",
    "supervision:own-fault-list",
    "supervision:own-fault-detail",
    "supervision:own-fault-state",
    # one side's acts on a part that two bureaux see
    "inspections:campaign-part-figure",
    "inspections:campaign-part-units",
    "inspections:campaign-part-write",
    "inspections:campaign-part-submit",
    "inspections:campaign-part-return",
    "inspections:campaign-part-send",
    "inspections:campaign-part-send-back",
    "inspections:campaign-part-accept",
    "inspections:campaign-part-urge",
}
# The page on one's own bureau, which no address names.
OWN_BUREAU = {"accounts:bureau-identity"}


def page(name: str, record: str):
    return next(row for row in TABLE if (row.page, row.record) == (name, record))


def scoped_rows() -> list:
    """One line for each guarded view: the first on which an outsider must find nothing."""
    found = {}
    for row in TABLE:
        view = VIEWS[row.page]
        if row.page in NARROWED_TWICE | OWN_BUREAU or not issubclass(view, views.Guarded):
            continue
        if row.page.endswith(("-list", "-export", "-pick")) or "4" in row.signs:
            found.setdefault(row.page, row)
    return list(found.values())


def violations(row, world) -> list[str]:
    """What the walk says of the outsiders, asked anew."""
    url = address(row, world.records)
    method = "POST" if row.how == "POST" else "GET"
    return [
        why
        for person in OUTSIDERS
        for why in wrong(row, person, method, ask(world.users[person], method, url))
    ]


def test_a_view_without_its_scope_is_found(world, monkeypatch):
    row = page("inspections:finding-detail", "finding_open")
    assert walk(row, world) == []
    unscoped = lambda self: super(views.Guarded, self).get_queryset()  # noqa: E731
    monkeypatch.setattr(FindingDetailView, "get_queryset", unscoped)
    assert violations(row, world) == [
        "O GET inspections:finding-detail[finding_open]: 200 instead of [404]",
        "O GET inspections:finding-detail[finding_open]: shows A:found",
        "O GET inspections:finding-detail[finding_open]: shows A:guide",
        "O GET inspections:finding-detail[finding_open]: shows A:name",
    ]


def test_a_view_without_its_permission_is_found(world, monkeypatch):
    row = page("inspections:finding-detail", "finding_open")
    monkeypatch.setattr(FindingDetailView, "permission_required", ())
    assert "A GET inspections:finding-detail[finding_open]: 200 instead of [403]" in [
        *violations(row, world),
        *wrong(row, "A", "GET", ask(world.users["A"], "GET", address(row, world.records))),
    ]


ROWS = [
    row if place % 3 == 0 else pytest.param(row, marks=pytest.mark.full)
    for place, row in enumerate(scoped_rows())
]


@pytest.mark.big_set
@pytest.mark.parametrize("row", ROWS, ids=str)
def test_every_guarded_view_without_its_scope_is_found(world, monkeypatch, row):
    unscoped = lambda self: super(views.Guarded, self).get_queryset()  # noqa: E731
    monkeypatch.setattr(views.Guarded, "get_queryset", unscoped)
    assert violations(row, world) != []


def test_what_an_act_writes_is_seen(world):
    row = page("inspections:inspection-submit", "visit_draft")
    answer = ask(world.users["o"], "POST", address(row, world.records))
    assert answer.status == 302
    assert answer.written == {"inspections_inspection", "audit_auditentry", "audit_chainhead"}


def test_what_an_act_wrote_is_taken_back(world):
    visit = world.records["visit_draft"]
    row = page("inspections:inspection-submit", "visit_draft")
    ask(world.users["o"], "POST", address(row, world.records))
    visit.refresh_from_db()
    assert visit.state == "draft"
