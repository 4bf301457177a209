"""The benchmark of the second bureau, taken over from the sample, by which nothing is decided."""

from datetime import date

from penalties.models import Benchmark
from penalties.services import benchmarks

HEAD = {
    "title": "示例区档案行政处罚裁量权基准（演示）", "version": "演示版", "level": "district",
    "issuer": "示例区档案局", "mark": "DESIGN", "from_above": False,
    "source": "演示数据，以随系统提供的示例为蓝本，非任何机关公布的文本",
}  # fmt: skip


def play(people, on: date) -> Benchmark:
    """The reviewer drafts it, the head publishes it."""
    sample = Benchmark.objects.get(is_sample=True)
    draft = benchmarks.draft(sample, actor=people["reviewer"], on=on, **HEAD)
    return benchmarks.publish(draft, actor=people["head"], on=on, valid_from=on)
