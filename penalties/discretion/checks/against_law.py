"""A benchmark held against the law: its lines against the statutory ranges, its bases by date."""

from collections.abc import Iterator

from penalties.discretion.checks.findings import ERROR, PARTIES, Clause, Finding
from penalties.discretion.scheme import Range, Row, Scheme


def clause_of(row: Row, clauses: list[Clause]) -> Clause | None:
    """The statutory range that a line grades: its act, its party, and the article it names."""
    fitting = [
        clause
        for clause in clauses
        if (clause.violation, clause.party) == (row.violation, row.party)
    ]
    named = [clause for clause in fitting if any(_same(clause.bases[0], it) for it in row.bases)]
    return next(iter(named), None)


def _same(one: dict, other: dict) -> bool:
    names = ("law", "article", "paragraph", "item")
    return all(one.get(name) == other.get(name) for name in names)


def rows(scheme: Scheme, clauses: list[Clause]) -> Iterator[Finding]:
    """Each line grades exactly one statutory range, as the law has it."""
    taken: dict[int, str] = {}
    for row in scheme.rows.values():
        place = f"条目 {row.code}"
        clause = clause_of(row, clauses)
        if clause is None:
            party = PARTIES.get(row.party, row.party)
            reason = f"法律没有对 {row.violation} 规定对{party}的罚款，或者引用的条款不对"
            yield Finding(
                ERROR, place, reason, "请核对违法行为、对象和依据；没有罚款依据的不能列入"
            )
            continue
        if before := taken.get(id(clause)):
            reason = f"与条目 {before} 是同一个法定幅度"
            yield Finding(ERROR, place, reason, "请合并，同一情形只能有一个条目")
        taken[id(clause)] = row.code
        yield from _range(scheme.ranges[row.range], clause, place)
        yield from _measures(row, clause, place)


def _range(found: Range, clause: Clause, place: str) -> Iterator[Finding]:
    if found.times is not None or found.maximum is None:
        return
    given = f"{found.minimum:,} 元至 {found.maximum:,} 元"
    lawful = f"{clause.minimum:,} 元至 {clause.maximum:,} 元"
    if found.minimum < clause.minimum or found.maximum > clause.maximum:
        reason = f"幅度 {given} 超出法定幅度（{lawful}）"
        yield Finding(ERROR, place, reason, "基准只能在法定幅度以内细化，请改为法定幅度")
    elif (found.minimum, found.maximum) != (clause.minimum, clause.maximum):
        reason = f"幅度 {given} 没有覆盖法定幅度（{lawful}）"
        yield Finding(ERROR, place, reason, "请改为法定幅度，再分档细化")


def _measures(row: Row, clause: Clause, place: str) -> Iterator[Finding]:
    if beyond := [kind for kind in row.kinds if kind not in clause.kinds]:
        reason = f"法律没有规定{'、'.join(beyond)}"
        yield Finding(ERROR, place, reason, f"处罚种类请改为{'、'.join(clause.kinds)}")
    if missing := [kind for kind in clause.kinds if kind not in row.kinds]:
        reason = f"少了法律规定的{'、'.join(missing)}"
        yield Finding(ERROR, place, reason, f"处罚种类请改为{'、'.join(clause.kinds)}")
    if row.confiscate_gains != clause.confiscate_gains:
        says = "应当" if clause.confiscate_gains else "没有规定"
        yield Finding(ERROR, place, f"法律{says}没收违法所得", "请改正“没收违法所得”一栏")


def bases(scheme: Scheme, standing) -> Iterator[Finding]:
    """Every article in force for as long as the benchmark is."""
    if scheme.valid_from is None:
        return
    cited = [(f"条目 {row.code}", row.bases) for row in scheme.rows.values()]
    cited += [(f"情节 {factor.code}", factor.bases) for factor in scheme.factors.values()]
    cited += [(f"幅度 {found.key}", found.bases) for found in scheme.ranges.values()]
    for place, entries in cited:
        for basis in entries:
            if why := standing(basis, scheme.valid_from, scheme.valid_to):
                remedy = "请改引在整个施行期间有效的条款，或者改变施行、失效日期"
                yield Finding(ERROR, place, why.rstrip("。"), remedy)
