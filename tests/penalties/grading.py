"""Benchmarks of the bureau's own, as records."""

from datetime import date

from django.utils.timezone import localdate

from penalties.models import Benchmark, BenchmarkRow, Factor, Tier
from penalties.services import benchmarks

HEAD = {
    "title": "示例区档案行政处罚裁量权基准", "version": "2026年版", "level": "district",
    "issuer": "示例区档案局", "source": "示例发〔2026〕1号", "mark": "LOCAL", "from_above": False,
}  # fmt: skip
ABOVE = {**HEAD, "level": "city", "issuer": "示例市档案局", "from_above": True}


def published_copy(walk, head=HEAD, valid_from: date | None = None) -> Benchmark:
    """The sample's content, published by the bureau; a superior's may begin in the past."""
    on = localdate()
    sample = Benchmark.objects.get(bureau=None)
    draft = benchmarks.draft(sample, actor=walk.reviewer, on=on, **head)
    return benchmarks.publish(draft, actor=walk.head, on=on, valid_from=valid_from or on)


def adopted(bureau, on: date) -> Benchmark:
    """What the bureau goes by on `on`; else the sample as its own, in force since the sample is."""
    own = Benchmark.objects.in_force(on).filter(bureau=bureau).first()
    return own or made_own(bureau, code=f"adopted-{bureau.pk}")


def made_own(bureau, **changes) -> Benchmark:
    row = Benchmark.objects.get(bureau=None)
    parts = [(it, list(it.objects.filter(benchmark=row))) for it in (Tier, Factor, BenchmarkRow)]
    facts = {**HEAD, "bureau": bureau, "label": "", **changes}
    for name, value in facts.items():
        setattr(row, name, value)
    row.pk, row.is_sample, row.state = None, False, Benchmark.State.DRAFT
    row.published_on = row.valid_from
    row.save(force_insert=True)
    for model, rows in parts:
        for part in rows:
            part.pk, part.benchmark = None, row
        model.objects.bulk_create(rows)
    Benchmark.objects.filter(pk=row.pk).update(state=Benchmark.State.PUBLISHED)
    row.refresh_from_db()
    return row
