"""Benchmarks of the bureau's own, as records."""

from datetime import date

from django.utils.timezone import localdate

from penalties.models import Benchmark
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
