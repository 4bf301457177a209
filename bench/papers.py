"""What a paper costs: CPU, memory and size, against WeasyPrint used without care, in one run.

    make bench

Each figure comes from a process of its own. The rival sets the same letters as HTML with the
system's fonts, a new font configuration and the style sheets read anew for each.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.chdir(ROOT)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archives_enforcement.settings")

import django  # noqa: E402

django.setup()

import pypdfium2  # noqa: E402
from django.template.loader import render_to_string  # noqa: E402
from weasyprint import CSS, HTML  # noqa: E402
from weasyprint.text.fonts import FontConfiguration  # noqa: E402

from archives_enforcement.documents.typesetting import assets, child, engine, letter  # noqa: E402
from archives_enforcement.documents.typesetting.text import normalise  # noqa: E402
from tests.documents.typesetting import contents  # noqa: E402

NOTICES, MANY, ROUNDS = 20, 300, 5
SYSTEM_FONTS = '"Noto Serif CJK SC", "Noto Sans CJK SC", serif'


def notice(number: int) -> dict:
    """A letter of two pages."""
    return contents.long_letter(5, number=f"示档反〔2024〕{number}号")


def with_care(count: int) -> dict:
    """As the worker does: one warm process, equal style sheets and fonts for all."""
    engine.warm()
    engine.typeset(notice(0), created=contents.CREATED)
    before = resource.getrusage(resource.RUSAGE_SELF)
    sizes = [len(engine.typeset(notice(place), created=contents.CREATED)) for place in range(count)]
    return _used(before) | {"bytes": statistics.median(sizes)}


def without_care(count: int) -> dict:
    held = assets.Assets()
    values, rules = letter.context(normalise(notice(0)), held, engine.folder())
    values |= {"created": contents.CREATED, "author": "", "verification": None}
    page = render_to_string("documents/letter.html", values)
    style = "".join((engine.STYLES / name).read_text() for name in ("paper.css", "letter.css"))
    for name in engine.fonts.CHAINS:
        style = style.replace(f"var(--{name})", SYSTEM_FONTS)

    def one():
        fonts = FontConfiguration()
        sheets = [CSS(string=text, font_config=fonts, url_fetcher=held, base_url="asset:")
                  for text in (style, rules)]  # fmt: skip
        html = HTML(string=page, url_fetcher=held, base_url="asset:")
        return html.write_pdf(stylesheets=sheets, font_config=fonts, **engine.OPTIONS)

    one()
    before = resource.getrusage(resource.RUSAGE_SELF)
    sizes = [len(one()) for _ in range(count)]
    return _used(before) | {"bytes": statistics.median(sizes)}


def in_children(count: int) -> dict:
    """With the fork for each paper that bounds its time and memory."""
    child.typeset_in_child(notice(0), created=contents.CREATED)
    start = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    for place in range(count):
        child.typeset_in_child(notice(place), created=contents.CREATED)
    end = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    spent = sum(_cpu(now) - _cpu(then) for now, then in zip(end, start, strict=True))
    return {"cpu": spent, "peak_mb": end[1].ru_maxrss / 1024}


def report(_: int) -> dict:
    """A long report: text, then tables over many pages."""
    engine.warm()
    content = contents.long_letter(40, attachments=[contents.attachment(250)])
    engine.typeset(content, created=contents.CREATED)
    before = resource.getrusage(resource.RUSAGE_SELF)
    pdf = engine.typeset(content, created=contents.CREATED)
    return _used(before) | {"pages": len(pypdfium2.PdfDocument(BytesIO(pdf)))}


def _cpu(usage) -> float:
    return usage.ru_utime + usage.ru_stime


def _used(before) -> dict:
    now = resource.getrusage(resource.RUSAGE_SELF)
    return {"cpu": _cpu(now) - _cpu(before), "peak_mb": now.ru_maxrss / 1024}


WAYS = {way.__name__: way for way in (with_care, without_care, in_children, report)}


def measured(way: str, count: int) -> dict:
    command = [sys.executable, __file__, way, str(count)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def main() -> None:
    pairs = []
    for _ in range(ROUNDS):
        ours, rival = measured("with_care", NOTICES), measured("without_care", NOTICES)
        pairs.append((ours, rival, measured("in_children", NOTICES)))
    ours, rival, bounded = pairs[0]
    ratio = statistics.median(one["cpu"] / two["cpu"] for one, two, _ in pairs)
    fork = statistics.median(three["cpu"] / one["cpu"] for one, _, three in pairs)
    many, long = measured("with_care", MANY), measured("report", 1)
    each = statistics.median(one["cpu"] for one, _, _ in pairs) / NOTICES
    print(f"{NOTICES} 份两页通知，CPU 与不加调整的 WeasyPrint 之比：{ratio:.2f}（目标 ≤ 0.5）")
    print(f"每份 CPU {each * 1000:.0f} 毫秒；放进受限的子进程后为 {fork:.2f} 倍")
    print(f"内存峰值：{NOTICES} 份 {ours['peak_mb']:.0f} MB，对方 {rival['peak_mb']:.0f} MB；"
          f"{MANY} 份后 {many['peak_mb']:.0f} MB（目标 ≤ 200）；"
          f"子进程 {bounded['peak_mb']:.0f} MB")  # fmt: skip
    print(f"每份 {ours['bytes'] / 1024:.0f} KB（目标 ≤ 150），对方 {rival['bytes'] / 1024:.0f} KB")
    print(f"{long['pages']} 页的报告每页 CPU {long['cpu'] / long['pages'] * 1000:.0f} 毫秒"
          "（目标 ≤ 100）")  # fmt: skip


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(json.dumps(WAYS[sys.argv[1]](int(sys.argv[2]))))
    else:
        main()
