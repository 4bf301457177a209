"""What anyone may read before a bureau enforces: lists, benchmarks, and how both are handed out."""

from collections.abc import Iterable

from django.utils.timezone import localdate

from archives_enforcement.accounts.models import Bureau
from penalties.models import Benchmark
from publicity.list_kinds import KINDS
from publicity.models import PublicList


def by_bureau(rows: Iterable[PublicList]) -> list[tuple[Bureau, list[PublicList]]]:
    """The lists of each bureau in the order of the kinds."""
    order = list(KINDS)
    found: dict[Bureau, list[PublicList]] = {}
    for row in rows:
        found.setdefault(row.bureau, []).append(row)
    return [
        (bureau, sorted(lists, key=lambda row: order.index(row.kind)))
        for bureau, lists in found.items()
    ]


def public_benchmarks():
    """Published benchmarks of the bureaux' own, newest first; the sample is nobody's."""
    rows = Benchmark.objects.filter(state=Benchmark.State.PUBLISHED, is_sample=False)
    return rows.exclude(bureau=None).select_related("bureau").order_by("-valid_from", "-pk")


def withdrawn_benchmarks():
    return Benchmark.objects.filter(state=Benchmark.State.WITHDRAWN)


def benchmarks_in_force():
    in_force = Benchmark.objects.in_force(localdate()).values("pk")
    return public_benchmarks().filter(pk__in=in_force).defer("content")


def list_record(row: PublicList) -> dict:
    """A list as open data: its head, and each line by the heads of its columns."""
    return {
        "kind": row.kind,
        "title": row.about.label,
        "bureau": row.bureau.name,
        "bureau_code": row.bureau.code,
        "version": row.version,
        "source": row.source,
        "published_on": row.published_on,
        "ended_on": row.ended_on,
        "columns": row.about.heads,
        "rows": [dict(zip(row.about.heads, line, strict=True)) for line in row.rows],
    }


def file_name(row: PublicList) -> str:
    return f"{row.bureau.short_name}{row}"
