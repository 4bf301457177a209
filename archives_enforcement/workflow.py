"""状态如何流转: the one way a record changes state.

Each app draws its own table of transitions in `<app>/workflow.py`; `Workflow.advance` is the only
code in the project that writes a `state` field.
"""

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import NamedTuple

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import OperationalError, connection, models, transaction

from archives_enforcement import faults
from archives_enforcement.audit import trail
from archives_enforcement.reading import changing, remembering
from archives_enforcement.sending import checked
from archives_enforcement.templatetags.formats import cn_date

BACKFILL = "accounts.backfill"
DEADLOCK = "40P01"  # PostgreSQL: the victim's transaction is rolled back whole and may run again


class Refused(ValidationError):
    """The law or the record's state forbids the act; the message is for the person."""


class Act(NamedTuple):
    """Who acts and on which legal date: what a guard may look at besides the record."""

    actor: object
    on: date
    permission: str = ""

    @property
    def persons(self) -> set[int]:
        """Keys of the one who acts and of the one in whose place he does: one person in law."""
        capacity = self.actor.rights.deputised.get(self.permission)
        return {self.actor.pk, capacity.principal} if capacity else {self.actor.pk}


Guard = Callable[[models.Model, Act], str | None]


@dataclass(frozen=True)
class Transition:
    """One allowed step; each guard returns why not (with its article), or None."""

    name: str
    label: str
    sources: tuple[str, ...]
    target: str  # empty: the record stays where it is
    permission: str
    guards: tuple[Guard, ...] = ()
    concerns: Callable[[models.Model], bool] = lambda record: True  # else it is not this one's way
    basis: str = ""  # the articles that ask for what comes before

    def refusal(self, record, act: Act) -> str | None:
        return next((why for guard in self.guards if (why := guard(record, act))), None)


class Offer(NamedTuple):
    """A step as a page shows it: open, with the lamps that are lit, or closed with the reason."""

    step: Transition
    why: str | None
    lamps: tuple[faults.Lit, ...] = ()


class Watch(NamedTuple):
    """过错灯 over the steps of a record: what would make an act a fault though no guard forbids it.

    `facts(record, act)` gives the fact for each code of a lamp that is lit; `stands` says over
    which steps the lamps stand.
    """

    facts: Callable[[models.Model, Act], dict[str, str]]
    stands: dict[str, tuple[str, ...]]

    def lit(self, name: str, facts: dict[str, str]) -> tuple[faults.Lit, ...]:
        codes = self.stands.get(name, ())
        return tuple(faults.Lit(faults.LAMPS[code], facts[code]) for code in codes if code in facts)


@contextmanager
def _capacity_kept(named):
    """What an act claims for another (`check_permission`) is claimed for that act alone."""
    actor = named.get("actor")
    before = getattr(actor, "capacity", None)
    try:
        yield
    finally:
        if actor is not None:
            actor.capacity = before


def act(function):
    """Run an act in one transaction; the victim of a database deadlock runs again."""

    @wraps(function)
    def once(*args, **kwargs):
        with remembering(), changing(), transaction.atomic(), checked(), _capacity_kept(kwargs):
            return function(*args, **kwargs)

    @wraps(function)
    def run(*args, **kwargs):
        if connection.in_atomic_block:
            return once(*args, **kwargs)
        for left in (2, 1, 0):
            try:
                return once(*args, **kwargs)
            except OperationalError as error:
                if not left or getattr(error.__cause__, "pgcode", None) != DEADLOCK:
                    raise
        return None

    return run


def lock(record, actor, *related: str):
    """The same record, locked and read anew if the actor may act on it; DoesNotExist otherwise.

    `related` are read with it in the same query, and not locked.
    """
    rows = type(record).objects.open_to(actor).select_for_update(of=("self",))
    return (rows.select_related(*related) if related else rows).get(pk=record.pk)


def check_permission(actor, permission: str, label: str) -> None:
    """PermissionDenied without it; who has it as a deputy acts for the other until the act ends."""
    if not actor.has_perm(permission):
        raise PermissionDenied(f"您的岗位不能办理“{label}”，请联系本单位系统管理员。")
    _claim(actor, permission)


def _claim(actor, permission: str) -> None:
    actor.capacity = actor.rights.deputised.get(permission) or actor.capacity


def check_date(actor, on: date) -> bool:
    """Refuse a date to come; an earlier one needs the 补录 permission. True when entered late.

    Today is the day on which the person acts, also when the worker comes to it after midnight.
    """
    today = trail.today()
    if on > today:
        raise Refused("办理日期不能晚于今天，请改为实际办理的日期。")
    if on < today:
        if not actor.has_perm(BACKFILL):
            raise Refused("办理日期早于今天属于补录，您没有补录权限，请由有补录权限的人员办理。")
        _claim(actor, BACKFILL)
    if actor.capacity and on < actor.capacity.since:
        raise Refused(
            f"您从{cn_date(actor.capacity.since)}起代理，此前的办理不能由您补录，请由本人办理。"
        )
    return on < today


class Workflow:
    """The table of one record's life."""

    def __init__(self, *transitions: Transition):
        self.transitions = {step.name: step for step in transitions}
        self.watched: Watch | None = None

    def watch(self, facts, stands: dict[str, tuple[str, ...]]) -> None:
        """Let lamps stand over some steps."""
        self.watched = Watch(facts, stands)

    def lit(self, record, name: str, act: Act) -> tuple[faults.Lit, ...]:
        """The lamps that this act would pass over."""
        if self.watched is None or name not in self.watched.stands:
            return ()
        return self.watched.lit(name, self.watched.facts(record, act))

    def _lighted(self, record, offers: list[Offer], act: Act) -> list[Offer]:
        """The same offers with their lamps; the facts are read once for all of them."""
        stands = self.watched.stands if self.watched else {}
        if not any(offer.why is None and offer.step.name in stands for offer in offers):
            return offers
        facts = self.watched.facts(record, act)
        return [
            offer if offer.why else offer._replace(lamps=self.watched.lit(offer.step.name, facts))
            for offer in offers
        ]

    def offers(self, record, user, *, on: date) -> list[Offer]:
        """The steps this user's post may take from the present state, open ones first."""
        owner = record.owning_bureau()
        if user.bureau_id and owner is not None and owner.pk != user.bureau_id:
            return []  # shown to the bureau above: to be read only
        return self.offers_to(record, user, on=on)

    def offers_to(self, record, user, *, on: date) -> list[Offer]:
        """The same for a record on which two bureaux act; guards tell the sides apart."""
        found = [
            Offer(step, step.refusal(record, Act(user, on, step.permission)))
            for step in self.transitions.values()
            if record.state in step.sources
            and user.has_perm(step.permission)
            and step.concerns(record)
        ]
        found = self._lighted(record, found, Act(user, on))
        return sorted(found, key=lambda offer: offer.why is not None)

    def out_of_turn(self, record, name: str) -> str | None:
        """Why the record is not where this step begins; None when it is."""
        step = self.transitions[name]
        if record.state in step.sources and step.concerns(record):
            return None
        return (
            f"现在的状态是“{record.get_state_display()}”，不能{step.label}。"
            f"请刷新页面，看看是否已有人办理。{step.basis}"
        )

    def why_not(self, record, name: str, act: Act) -> str | None:
        """Why the step cannot be taken now, as a page says it before anything is typed."""
        return self.out_of_turn(record, name) or self.transitions[name].refusal(record, act)

    @act
    def advance(self, record, name: str, *, actor, on: date, write=None, note="", **facts):
        """Take one step: lock the row, check, write the state, leave an audit entry.

        `write(record)` returns the fields that are saved together with the new state, once all
        checks have passed. `facts` (place, details, on_behalf_of) go into the audit entry; details
        may be a function of the record. Raises Refused, PermissionDenied, or DoesNotExist when the
        record is outside the actor's scope.
        """
        step = self.transitions[name]
        record = lock(record, actor)
        if why := self.out_of_turn(record, name):
            raise Refused(why)
        check_permission(actor, step.permission, step.label)
        backfilled = check_date(actor, on)
        if why := step.refusal(record, Act(actor, on, step.permission)):
            raise Refused(why)
        lamps = self.lit(record, name, Act(actor, on, step.permission))
        changes = write(record) if write else {}
        for field, value in changes.items():
            setattr(record, field, value)
        before, record.state = record.state, step.target or record.state
        record.save(update_fields=["state", *changes])
        if callable(facts.get("details")):
            facts["details"] = facts["details"](record)
        if lamps:
            kept = [lamp.kept for lamp in lamps]
            facts["details"] = {**facts.get("details", {}), "lamps": kept}
        trail.record(
            record,
            step.name,
            step.label,
            actor=actor,
            on=on,
            before=before,
            after=record.state,
            note=note,
            backfilled=backfilled,
            **facts,
        )
        return record
