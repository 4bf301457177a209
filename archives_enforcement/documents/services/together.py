"""批量起草: one kind of paper for many records in one act, each by the service of a single one."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.contrib.contenttypes.models import ContentType

from archives_enforcement.documents import drafting, fitness, kinds
from archives_enforcement.documents.drafting import SUBJECTS, Way
from archives_enforcement.documents.models import Batch, BatchItem, Document
from archives_enforcement.documents.services import batches
from archives_enforcement.documents.services.issuing import draft_about
from archives_enforcement.workflow import Refused, act, check_permission, lock

S = Document.State


def way_of(about: str, kind: str) -> Way | None:
    """How the kind is drafted on many records of the sort; None where it is drafted one by one."""
    if about not in SUBJECTS or SUBJECTS[about].listing is None:
        return None
    if own := drafting.OWN_WAYS.get((about, kind)):
        return own
    known = kinds.KINDS.get(kind)
    return _common(about, kind) if known and about in known.about and known.alike else None


def _common(about: str, kind: str) -> Way:
    """Through the service of the common page; what the record says is not typed."""
    known = kinds.KINDS[kind]

    def said(record, typed: dict, on: date) -> dict:
        return {**drafting.known_facts(about, record, kind, on), **typed}

    def draft(record, *, title: str, fields: dict, actor, on: date) -> Document:
        fields = said(record, fields, on)
        return draft_about(about, record, kind, title=title, fields=fields, actor=actor, on=on)

    def asked(record, on: date) -> dict[str, str]:
        of_record = SUBJECTS[about].facts(record, on)
        return {
            name: label
            for name, label in {**known.fields, **known.extra}.items()
            if name not in of_record
        }

    def refusal(record, on: date) -> str | None:
        return drafting.refusal(about, record, kind, on)

    letter = known.layout == "letter"
    return Way(known.drafter, known.label, draft, said, refusal, asked, beside=letter)


def offered(user) -> Iterator[tuple[str, str, dict[str, kinds.Kind]]]:
    """What `user` may draft together: sort of record, its Chinese name, and the kinds by code."""
    for about, subject in SUBJECTS.items():
        found = {
            code: kind
            for code, kind in kinds.KINDS.items()
            if (way := way_of(about, code)) and user.has_perm(way.permission)
        }
        if found:
            yield about, subject.listing.label, found


def refusals(about: str, kind: str, records: Iterable, on: date) -> dict[int, str]:
    """Why the kind cannot be drafted on some of these records of one sort, by their keys."""
    records = list(records)
    way, papers = way_of(about, kind), _papers(about, kind, records)
    reasons = {
        row.pk: way.refusal(row, on) or _drafted_before(way, kind, papers.get(row.pk, ()))
        for row in records
    }
    return {key: why for key, why in reasons.items() if why}


def _papers(about: str, kind: str, records) -> dict[int, list[str]]:
    """The states of the papers of the kind that stand on the records."""
    of_sort = ContentType.objects.get_for_model(SUBJECTS[about].model)
    rows = Document.objects.filter(
        kind=kind, content_type=of_sort, object_id__in=[row.pk for row in records]
    )
    found = {}
    for key, state in rows.exclude(state=S.VOID).values_list("object_id", "state"):
        found.setdefault(key, []).append(state)
    return found


def _drafted_before(way: Way, kind: str, states) -> str | None:
    """What is under way is not drafted again, so that no act done twice makes two papers."""
    blocking = [state for state in states if way.once or state != S.ISSUED]
    if not blocking:
        return None
    return (
        f"已经有一份{kinds.KINDS[kind].label}（{S(blocking[0]).label}），"
        "请在原来的文书上办理；写错的先作废。"
    )


@act
def draft_together(
    about: str, kind: str, records, *, title: str, fields: dict, actor, on: date
) -> Batch:
    """批量起草: hand the records to the worker, who drafts on each as on a single one.

    `fields` are the facts that are the same in all; what is empty is left to each draft. Raises
    Refused for kinds that are drafted one by one, for none or too many records, and for records
    outside the actor's scope; PermissionDenied to those whom the catalogue does not name.
    """
    way = way_of(about, kind)
    if way is None:
        raise Refused("这种文书不能批量起草，请在有关事项的页面逐份起草。")
    batch = Batch(act=Batch.Act.DRAFT, bureau=actor.bureau, made_by=actor, made_on=on)
    check_permission(actor, way.permission, f"{batch.get_act_display()}{kinds.KINDS[kind].label}")
    keys = [row.pk for row in records]
    own = SUBJECTS[about].model.objects.open_to(actor).filter(pk__in=keys)
    if own.count() != len(keys):
        raise Refused("选中的有的不在您能办理的范围内，或者重复，请刷新页面后重新选择。")
    if why := fitness.refusal(kind, title, fields):
        raise Refused(why)
    batch.about, batch.kind = about, kind
    batch.title = title.strip() or way.title
    batch.fields = {name: value for name, value in fields.items() if value}
    return batches.begin(batch, [BatchItem(object_id=key) for key in keys], kind=kind, records=keys)


def _draft(item: BatchItem) -> Document:
    batch, actor = item.batch, item.batch.made_by
    record = lock(SUBJECTS[batch.about].model(pk=item.object_id), actor)
    if why := refusals(batch.about, batch.kind, [record], item.on).get(record.pk):
        raise Refused(why)
    return way_of(batch.about, batch.kind).draft(
        record, title=batch.title, fields=batch.fields, actor=actor, on=item.on
    )


def _permission(batch: Batch) -> str:
    return way_of(batch.about, batch.kind).permission


batches.register(Batch.Act.DRAFT, batches.Work(_permission, _draft))
