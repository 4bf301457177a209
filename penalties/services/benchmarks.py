"""Acts on benchmarks: draft from an existing version, write, take in from Excel, publish, end."""

import copy
from datetime import date, timedelta

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.audit import trail
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.withdrawing import taken_back
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from penalties import benchmark_guards
from penalties.benchmark_parts import PARTS, with_entry
from penalties.discretion.document import read
from penalties.discretion.reading import DataFault
from penalties.models import Benchmark
from penalties.queries import benchmarks as queries
from penalties.services.benchmark_rows import write_rows
from penalties.workflow import BENCHMARK_FLOW

DRAFT = "penalties.draft_benchmark"
PUBLISH = "penalties.publish_benchmark"
HEAD = ("title", "version", "level", "issuer", "source", "mark", "from_above")


@act
def draft(base: Benchmark, *, actor, on: date, **head) -> Benchmark:
    """Begin a version as a copy of `base`; `head` is what HEAD names, as far as it is known.

    Raises Refused for a base that was given up.
    """
    check_permission(actor, DRAFT, "起草裁量权基准")
    base = Benchmark.objects.visible_to(actor).get(pk=base.pk)
    if base.state == Benchmark.State.DISCARDED:
        raise Refused("这个草稿已经放弃，不能作为蓝本。请选择其他版本。")
    backfilled = check_date(actor, on)
    bureau = Bureau.objects.select_for_update().get(pk=actor.bureau_id)  # one after the other
    number = Benchmark.objects.filter(bureau=bureau).count() + 1
    made = Benchmark.objects.create(
        bureau=bureau,
        code=f"bureau-{bureau.code}-{number}",
        content=copy.deepcopy(base.content),
        based_on=base,
        drafted_by=actor,
        **head,
    )
    _note(made, "draft_benchmark", "起草裁量权基准", actor, on, backfilled, {"based_on": base.code})
    return made


def _note(row, action, label, actor, on, backfilled, details) -> None:
    trail.record(row, action, label, actor=actor, on=on, backfilled=backfilled, details=details)


def _open(benchmark: Benchmark, actor, on: date, label: str) -> tuple[Benchmark, bool]:
    """The draft, locked, and whether the act is entered late; Refused once it is published."""
    benchmark = lock(benchmark, actor)
    check_permission(actor, DRAFT, label)
    if benchmark.state != Benchmark.State.DRAFT:
        raise Refused(
            f"基准的状态是“{benchmark.get_state_display()}”，不能{label}。"
            "已公布的版本不再改动，要修改的请起草新版本。"
        )
    return benchmark, check_date(actor, on)


@act
def write_head(benchmark: Benchmark, *, actor, on: date, valid_to: date | None, **head):
    """修改基本信息: what HEAD names, and the last day where it is known."""
    benchmark, backfilled = _open(benchmark, actor, on, "修改基本信息")
    values = {name: head[name] for name in HEAD} | {"valid_to": valid_to}
    for name, value in values.items():
        setattr(benchmark, name, value)
    benchmark.save(update_fields=list(values))
    _note(benchmark, "write_benchmark", "修改基本信息", actor, on, backfilled, {})
    return benchmark


@act
def write_content(benchmark: Benchmark, *, actor, on: date, content: dict, what: str) -> Benchmark:
    """Replace the content of a draft as a whole; Refused when it cannot be read at all.

    What is merely wrong is left to the validator: a draft may be wrong until it is published.
    """
    benchmark, backfilled = _open(benchmark, actor, on, what)
    try:
        read({**benchmark.document, **content})
    except DataFault as fault:
        raise Refused(f"{fault}") from None
    benchmark.content = content
    benchmark.save(update_fields=["content"])
    _note(benchmark, "write_benchmark", what, actor, on, backfilled, {})
    return benchmark


@act
def write_bands(benchmark: Benchmark, *, actor, on: date, key: str, bands: list[dict]) -> Benchmark:
    """修改一个幅度的各档; none: the rule set cuts it."""
    content = copy.deepcopy(benchmark.content)
    entry = next((row for row in content["ranges"] if row["key"] == key), None)
    if entry is None:
        raise Refused("没有这个幅度，请刷新页面再试。")
    entry["bands"] = bands
    return write_content(
        benchmark, actor=actor, on=on, content=content, what=f"修改幅度 {key} 的分档"
    )


@act
def write_tier(benchmark: Benchmark, *, actor, on: date, code: str, **facts) -> Benchmark:
    """修改一个档次: its criteria, what procedure it asks for, the floor of 减轻."""
    content = copy.deepcopy(benchmark.content)
    entry = next((row for row in content["tiers"] if row["code"] == code), None)
    if entry is None:
        raise Refused("没有这个档次，请刷新页面再试。")
    entry |= facts
    return write_content(benchmark, actor=actor, on=on, content=content, what=f"修改档次 {code}")


@act
def write_entry(
    benchmark: Benchmark, *, actor, on: date, name: str, place: int, entry: dict | None
) -> Benchmark:
    """修改一个条目、情节、幅度、权重或者取整: the entry at `place` of a list of PARTS.

    Place 0 adds one, no entry takes it out.
    """
    part = PARTS[name]
    try:
        content = with_entry(benchmark.content, part, place, entry)
    except IndexError:
        raise Refused(f"没有这个{part.title}，请刷新页面再试。") from None
    what = f"{'删除' if entry is None else '修改' if place else '新增'}{part.title}"
    return write_content(benchmark, actor=actor, on=on, content=content, what=what)


@act
def write_rules(
    benchmark: Benchmark, *, actor, on: date, model: str, conventions: dict, rule_set: dict,
    repeat: dict | None, start_percent: int | None = None,
) -> Benchmark:  # fmt: skip
    """修改通则: model, conventions, rule set, repeat rule, where weights begin.

    Ranges that list bands keep them; what is added up begins at `start_percent`.
    """
    content = copy.deepcopy(benchmark.content)
    content["model"] = model
    content["conventions"] = content.get("conventions", {}) | conventions
    content["rule_set"] |= rule_set
    content["repeat"] = repeat and (content.get("repeat") or {}) | repeat
    if start_percent is not None:
        weights = content.get("weights") or {"factors": []}
        content["weights"] = weights | {"start_percent": start_percent}
    return write_content(benchmark, actor=actor, on=on, content=content, what="修改通则")


@act
def publish(benchmark: Benchmark, *, actor, on: date, valid_from: date) -> Benchmark:
    """公布 from a day on, by the head, who did not draft it; nothing in it changes afterwards.

    The bureau's version before ends the day before. Raises Refused while the validator finds
    errors (第三十四条).
    """

    def write(row):
        if why := benchmark_guards.begins_in_time(row, on, valid_from):
            raise Refused(why)
        row.valid_from = valid_from
        if why := benchmark_guards.without_errors(row):
            raise Refused(why)
        _end_before(row, valid_from)
        write_rows(row)
        return {"valid_from": valid_from, "published_by": actor, "published_on": on}

    details = {"valid_from": valid_from.isoformat()}
    return BENCHMARK_FLOW.advance(
        benchmark, "publish", actor=actor, on=on, write=write, details=details
    )


def _end_before(row: Benchmark, valid_from: date) -> None:
    for before in queries.replaced_by(row, valid_from):
        before.valid_to = valid_from - timedelta(days=1)
        before.save(update_fields=["valid_to"])


@act
def end_validity(benchmark: Benchmark, *, actor, on: date, valid_to: date) -> Benchmark:
    """写明失效日期: the last day of a published version, never a day that has passed."""

    def write(row):
        if valid_to < on:
            raise Refused(
                f"失效前最后一日不能早于今天（{cn_date(on)}）：已经适用过的版本不能追溯失效。"
            )
        if valid_to < row.valid_from:
            raise Refused("失效日期早于施行日期，请检查。")
        return {"valid_to": valid_to}

    return BENCHMARK_FLOW.advance(
        benchmark,
        "end_validity",
        actor=actor,
        on=on,
        write=write,
        details={"valid_to": valid_to.isoformat()},
    )


@act
def withdraw(benchmark: Benchmark, *, actor, on: date, reason: str) -> Benchmark:
    """撤回公布 of a version published by mistake: no case goes by it any more.

    The version that ended for it goes on as if it had not come. Decisions that were made by it
    stand until they are changed (行政处罚法第四十八条第二款); their copies stay.
    """
    changes = taken_back(on, reason)

    def write(row):
        for before in queries.ended_for(row):
            before.valid_to = row.valid_to
            before.save(update_fields=["valid_to"])
        return changes

    return BENCHMARK_FLOW.advance(
        benchmark, "withdraw", actor=actor, on=on, write=write, note=reason.strip()
    )


@act
def discard(benchmark: Benchmark, *, actor, on: date) -> Benchmark:
    """放弃草稿: it stays in the trail and nowhere else."""
    return BENCHMARK_FLOW.advance(benchmark, "discard", actor=actor, on=on)
