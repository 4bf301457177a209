"""A fault put into the walls on purpose, one at a time: the walk of the table finds each."""

from contextlib import suppress

import pytest
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.models import Permission
from django.db.models import Q

from archives_enforcement import views
from archives_enforcement.access import NOTHING, Scope, ScopedQuerySet
from archives_enforcement.accounts.backends import RoleBackend
from archives_enforcement.accounts.models import Party, User
from archives_enforcement.audit.models import EntryQuerySet
from archives_enforcement.documents.models.papers import DocumentQuerySet
from archives_enforcement.files.models import FileQuerySet
from inspections.models.campaigns import CampaignQuerySet, ParticipantQuerySet
from inspections.models.checklists import ChecklistQuerySet, SharedQuerySet
from inspections.models.tips import TipQuerySet
from inspections.views.rectification import FindingDetailView
from publicity.models.notices import NoticeQuerySet
from supervision.models.complaints import ComplaintQuerySet
from supervision.models.faults import FaultQuerySet
from tests.access import walking
from tests.access.policy import TABLE
from tests.access.walking import address, ask, walk, wrong

pytestmark = pytest.mark.django_db

ONE_IN = 4  # faults of the short run
MOST = 60  # lines asked before a fault counts as not found


def everything(self, user):
    return self.all()


def unscoped(queryset):
    """A set of rows that no longer asks whose they are."""
    return lambda patch: patch.setattr(queryset, "visible_to", everything)


def condition(change):
    """`Scope.condition` with one of its parts taken out or widened."""

    def apply(patch):
        right = Scope.condition

        def wrong_condition(self, user, *, to_act=False):
            return change(right, self, user, to_act)

        patch.setattr(Scope, "condition", wrong_condition)

    return apply


def any_bureau(right, scope, user, to_act):
    opened = Q(**{f"{scope.bureau}__isnull": False}) if scope.bureau and user.bureau_id else NOTHING
    return right(scope, user, to_act=to_act) | opened


def any_party(right, scope, user, to_act):
    opened = Q(**{f"{scope.party}__isnull": False}) & scope.shown_to_party
    return right(scope, user, to_act=to_act) | (
        opened if scope.party and user.party_ids else NOTHING
    )


def party_before_it_is_told(right, scope, user, to_act):
    return right(scope._replace(shown_to_party=Q()), user, to_act=to_act)


def all_of_those_below(right, scope, user, to_act):
    return right(scope._replace(shown_to_superior=Q()), user, to_act=to_act)


def acting_below(right, scope, user, to_act):
    return right(scope, user, to_act=False)


def any_person(right, scope, user, to_act):
    opened = Q(**{f"{scope.person}__isnull": False}) if scope.person else NOTHING
    return right(scope, user, to_act=to_act) | opened


def no_permission_asked(patch):
    patch.setattr(views.Permitted, "has_permission", lambda self: True)


def no_sign_in_asked(patch):
    patch.setattr(LoginRequiredMiddleware, "process_view", lambda *args: None)
    walking.site.cache_clear()


def every_post_may_all(patch):
    all_of_them = frozenset(
        f"{app}.{name}"
        for app, name in Permission.objects.values_list("content_type__app_label", "codename")
    )
    patch.setattr(RoleBackend, "get_all_permissions", lambda *args, **kwargs: all_of_them)


def every_party_is_ones_own(patch):
    every = tuple(Party.objects.values_list("pk", flat=True))
    patch.setattr(User, "party_ids", property(lambda self: every))


def finding_without_permission(patch):
    patch.setattr(FindingDetailView, "permission_required", ())


def views_without_scope(patch):
    patch.setattr(
        views.Guarded, "get_queryset", lambda self: super(views.Guarded, self).get_queryset()
    )


def all_is_public(patch):
    patch.setattr(NoticeQuerySet, "public_on", lambda self, day: self.all())


def acts_on_what_is_read(patch):
    patch.setattr(ScopedQuerySet, "open_to", ScopedQuerySet.visible_to)


# Name → the fault, where it must show (page names begin so), to whom.
FAULTS = {
    "rows of every bureau": (condition(any_bureau), "units:unit-detail", "O"),
    "rows of every unit": (condition(any_party), "inspections:portal", "B"),
    "rows a unit is not told of yet": (
        condition(party_before_it_is_told), "inspections:portal", "A",
    ),
    "all rows of bureaus below": (condition(all_of_those_below), "inspections:", "T"),
    "acts on rows of bureaus below": (condition(acting_below), "inspections:", "T"),
    "rows of every person": (condition(any_person), "notifications:message-open", "B"),
    "acting as reading": (acts_on_what_is_read, "inspections:", "T"),
    "every unit is one's own": (every_party_is_ones_own, "inspections:portal", "B"),
    "views without a scope": (views_without_scope, "penalties:case-detail", "O"),
    "no page asks for its permission": (no_permission_asked, "penalties:case", "ad"),
    "one page without its permission": (finding_without_permission, "inspections:finding-d", "m"),
    "no page asks to sign in": (no_sign_in_asked, "units:unit-list", "-"),
    "every post may do all": (every_post_may_all, "documents:", "oc"),
    "papers of all": (unscoped(DocumentQuerySet), "documents:document", "BO"),
    "files of all": (unscoped(FileQuerySet), "files:", "BO"),
    "tips of all": (unscoped(TipQuerySet), "inspections:tip", "oO"),
    "complaints of all": (unscoped(ComplaintQuerySet), "supervision:complaint", "O"),
    "faults of all": (unscoped(FaultQuerySet), "supervision:fault", "O"),
    "the trail of all": (unscoped(EntryQuerySet), "audit:", "O"),
    "campaigns of all": (unscoped(CampaignQuerySet), "inspections:campaign", "O"),
    "parts of campaigns of all": (unscoped(ParticipantQuerySet), "inspections:campaign-part", "O"),
    "checklists of all": (unscoped(ChecklistQuerySet), "inspections:checklist", "O"),
    "benchmarks and checklists of all": (unscoped(SharedQuerySet), "penalties:benchmark", "O"),
    "drafts of notices in public": (all_is_public, "publicity:public", "-"),
}  # fmt: skip


def lines(begins: str):
    """Lines of the table in which that person must be refused, or shown his own alone."""
    return [row for row in TABLE if row.page.startswith(begins)][:MOST]


def found(world, begins: str, persons: str) -> bool:
    for row in lines(begins):
        for person in persons:
            for method in ("GET", "POST"):
                with suppress(AssertionError):
                    answer = ask(
                        world.users.get(person), method, address(row, world.records),
                        world.sessions.get(person, ""),
                    )  # fmt: skip
                    if wrong(row, person, method, answer):
                        return True
    return False


NAMES = [
    name if place % ONE_IN == 0 else pytest.param(name, marks=pytest.mark.full)
    for place, name in enumerate(FAULTS)
]


@pytest.fixture
def patch(monkeypatch):
    yield monkeypatch
    walking.site.cache_clear()


def test_there_are_twenty_and_more():
    assert len(FAULTS) >= 20


@pytest.mark.whole_set
@pytest.mark.parametrize("name", NAMES)
def test_each_fault_is_found(world, patch, name):
    fault, begins, persons = FAULTS[name]
    fault(patch)
    assert found(world, begins, persons)


@pytest.mark.full
def test_without_a_fault_nothing_is_found_there(world):
    assert [
        why
        for _, begins, persons in FAULTS.values()
        for row in lines(begins)
        for why in walk(row, world, tuple(persons))
    ] == []
