"""Reads of 整改优秀典型: who could be nominated, and what stood before and after."""

from datetime import date
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef

from archives_enforcement.asking import Asking, asks, rows_of
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import Document
from archives_enforcement.files.models import StoredFile
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import (
    Consent,
    Exemplary,
    ExemplaryPair,
    Finding,
    Inspection,
    LookBackResult,
    Reply,
)
from inspections.models.visits import day_of
from inspections.queries.rectification import PAIR, sort_files

DECISION = "exemplary_decision"


class Case(NamedTuple):
    """One problem before, and the answer that was accepted after."""

    finding: Finding
    answer: Reply | None

    @property
    def files(self) -> list[StoredFile]:
        return self.answer.attached if self.answer else []

    @property
    def words(self) -> str:
        """How it was put right: the unit's report, or what was noted on the spot."""
        if self.finding.spot_fix:
            return self.finding.spot_fix.words
        return self.answer.text if self.answer else ""

    @property
    def before(self) -> StoredFile | None:
        return self._photo(0)

    @property
    def after(self) -> StoredFile | None:
        return self._photo(1)

    def _photo(self, place: int) -> StoredFile | None:
        """A photo of the unit's own pair; what officers took stays in the bureau."""
        photos = self.answer.pair if self.answer else []
        return next((file for file in photos if file.purpose == PAIR[place]), None)

    @property
    def is_evidenced(self) -> bool:
        """Struck off, and shown by two photos: of the fix on the spot or an accepted report."""
        if self.finding.state != Finding.State.ACCEPTED:
            return False
        if self.finding.spot_fix:
            return True
        taken = self.answer is not None and self.answer.outcome == Reply.Outcome.ACCEPTED
        return taken and bool(self.before and self.after)


def before_and_after(inspection: Inspection, user) -> list[Case]:
    """Every problem of a visit with the last answer on it and that answer's files."""
    return _cases(inspection, Reply.objects.visible_to(user), StoredFile.objects.visible_to(user))


def evidenced(inspection: Inspection) -> list[Case]:
    """The problems that can stand for a model, whoever asks: the guard of 推荐."""
    cases = _cases(inspection, Reply.objects.all(), StoredFile.objects.all())
    return [case for case in cases if case.is_evidenced]


def _cases(inspection: Inspection, replies, files) -> list[Case]:
    findings = list(inspection.findings.select_related("spot_fix").order_by("position"))
    rows = replies.filter(finding__in=findings).exclude(outcome=Reply.Outcome.ASIDE)
    last = {row.finding_id: row for row in rows.order_by("pk")}
    sort_files(last.values(), files)
    return [Case(row, last.get(row.pk)) for row in findings]


def standing_nominations():
    """Nominations that wait or were followed; a visit has one at most."""
    return Exemplary.objects.exclude(state=Exemplary.State.DECLINED)


def declined_because(inspection: Inspection) -> str:
    """Why the last nomination of a visit was not followed; empty where none was declined."""
    rows = Exemplary.objects.filter(inspection=inspection, state=Exemplary.State.DECLINED)
    last = rows.order_by("pk").last()
    if last is None:
        return ""
    entry = AuditEntry.objects.about(last).filter(action="decline").first()
    note = entry.note if entry else ""
    return f"{cn_date(last.nominated_on)}推荐过，{cn_date(last.decided_on)}没有采纳：{note}"


def ready_to_nominate(user):
    """Visits whose problems are all struck off, with accepted pairs of photos, that are no
    nominations, or were declined as such."""
    problems = Finding.objects.filter(inspection=OuterRef("pk"))
    failed = LookBackResult.objects.filter(finding__inspection=OuterRef("pk")).exclude(
        result=LookBackResult.Result.FIXED
    )
    files = StoredFile.objects.filter(
        content_type=ContentType.objects.get_for_model(Reply), object_id=OuterRef("pk")
    )
    before, after = (Exists(files.filter(purpose=purpose)) for purpose in PAIR)
    reported = Reply.objects.filter(
        before, after, finding__inspection=OuterRef("pk"), outcome=Reply.Outcome.ACCEPTED
    )
    nominated = standing_nominations().filter(inspection=OuterRef("pk"))
    on_the_spot = problems.exclude(spot_fix=None)
    return (
        Inspection.objects.visible_to(user)
        .filter(Exists(reported) | Exists(on_the_spot))
        .filter(Exists(problems), state__in=Inspection.TOLD)
        .exclude(Exists(nominated))
        .exclude(Exists(problems.exclude(state=Finding.State.ACCEPTED)))
        .exclude(Exists(failed))
        .select_related("unit__party")
        .order_by(day_of().desc(), "-pk")
    )


def consent_of(row: Exemplary) -> Consent | None:
    """What the unit was asked and answered; None for what was nominated before it was asked."""
    return Consent.objects.filter(exemplary=row).select_related("answered_by").first()


@asks
def asked_of_party(user) -> Asking[list[Consent]]:
    """What those a person acts for were asked and have still to answer."""
    rows = Consent.objects.visible_to(user).filter(
        state=Consent.State.ASKED, exemplary__state=Exemplary.State.NOMINATED
    )
    rows = rows.select_related("exemplary__inspection__unit__party")
    return (yield from rows_of(rows.order_by("asked_on", "pk")))


def pairs_of(row: Exemplary) -> list[ExemplaryPair]:
    """What would be public of it, and what the unit is asked about."""
    return list(row.pairs.select_related("finding", "before", "after"))


def decision_among(papers) -> Document | None:
    """The decision among the papers of a nomination, void ones left out."""
    rows = (row for row in papers if row.kind == DECISION and row.state != Document.State.VOID)
    return next(rows, None)


def decision_facts(row: Exemplary, on: date) -> dict:
    """What the decision says: before, after, and what the unit agreed to."""
    pairs = list(row.pairs.select_related("finding"))
    consent = consent_of(row)
    how = "书面" if consent and consent.on_behalf else "在线"
    return {
        "unit": row.inspection.party.name,
        "before": "\n".join(f"{n}. {pair.finding.text}" for n, pair in enumerate(pairs, 1)),
        "after": "\n".join(f"{n}. {pair.words}" for n, pair in enumerate(pairs, 1)),
        "consent": consent and consent.answered_on and (
            f"该单位已于{cn_date(consent.answered_on)}{how}同意公开，"
            f"公开时单位名称写作“{consent.name_shown}”。"
        ),
    }  # fmt: skip


def decision_refusal(row: Exemplary, kind: str, on: date) -> str | None:
    """The paper follows the decision, with the consent that stands, and once."""
    if row.state != Exemplary.State.DECIDED:
        return "还没有确定为整改优秀典型，不能起草决定。请先由机关负责人决定。"
    consent = consent_of(row)
    if consent is None or consent.state != Consent.State.GIVEN:
        return "单位没有同意公开，或者已经撤回同意，不能起草决定。依据：本机关检查工作规范。"
    papers = Document.objects.filter(
        content_type=ContentType.objects.get_for_model(Exemplary), object_id=row.pk
    )
    if decision_among(papers):
        return "已经有整改优秀典型决定，请在原稿上办理；写错的先作废。"
    return None
