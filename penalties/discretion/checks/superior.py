"""A benchmark held against that of the superior: one may refine within it, never against it.

国办发〔2022〕27号: 县级 bodies refine within the provincial or municipal benchmark.
"""

from collections.abc import Iterator

from penalties.discretion.checks.findings import ERROR, NOTE, Finding
from penalties.discretion.scheme import Row, Scheme
from penalties.discretion.terms import TITLES, UPPER

REFINE = "只能在上级基准的幅度以内细化（国办发〔2022〕27号），请改到上级该档的幅度以内"


def compare(scheme: Scheme, above: Scheme | None) -> Iterator[Finding]:
    """Bands below or beyond the superior's, its lines and criteria left out, a lower floor."""
    if above is None:
        return
    ours = {_key(row): row for row in scheme.rows.values()}
    for theirs in above.rows.values():
        row = ours.get(_key(theirs))
        if row is None:
            reason = f"上级基准的条目 {theirs.code} {theirs.title} 没有列入"
            yield Finding(NOTE, "条目", reason, "请补充，或者该情形直接适用上级基准")
        else:
            yield from _bands(scheme, row, above, theirs)
    if scheme.floor_percent < above.floor_percent:
        reason = f"减轻的底线 {scheme.floor_percent}% 低于上级的 {above.floor_percent}%"
        yield Finding(ERROR, "档次 T2", reason, "请不低于上级规定的底线")
    yield from _criteria(scheme, above)
    yield from _validity(scheme, above)


def _key(row: Row) -> tuple:
    articles = sorted((b["law"], b["article"], b.get("paragraph") or 0) for b in row.bases)
    return row.violation, row.party, tuple(articles)


def _bands(scheme: Scheme, row: Row, above: Scheme, theirs: Row) -> Iterator[Finding]:
    wide = {band.tier: band for band in above.bands_of(above.ranges[theirs.range])}
    for band in scheme.bands_of(scheme.ranges[row.range]):
        limit = wide.get(band.tier)
        if limit is None or (band.lowest >= limit.lowest and band.highest <= limit.highest):
            continue
        below = "低于" if band.lowest < limit.lowest else "高于"
        reason = f"{band.words}{below}上级基准同一档（{limit.words}）"
        place = f"条目 {row.code}“{TITLES[band.tier]}”"
        yield Finding(ERROR, place, reason, REFINE)


def _criteria(scheme: Scheme, above: Scheme) -> Iterator[Finding]:
    theirs, ours = above.tiers.get(UPPER), scheme.tiers.get(UPPER)
    if theirs is None or ours is None:
        return
    for criterion in theirs.criteria:
        if criterion not in ours.criteria:
            reason = f"上级列明的从重标准“{criterion}”没有写"
            yield Finding(NOTE, f"档次 {UPPER}", reason, "请核对是否遗漏")


def _validity(scheme: Scheme, above: Scheme) -> Iterator[Finding]:
    last = above.valid_to
    if scheme.valid_from and above.valid_from and scheme.valid_from < above.valid_from:
        reason = f"施行日期早于上级基准（{above.valid_from}）"
        yield Finding(NOTE, "基本信息", reason, "请核对细化所依据的上级版本")
    if last and (scheme.valid_to is None or scheme.valid_to > last):
        reason = f"上级基准到 {last} 失效，本基准更晚才失效"
        yield Finding(NOTE, "基本信息", reason, "上级基准更新后请重新细化")
