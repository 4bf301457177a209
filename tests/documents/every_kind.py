"""A paper of any kind, filled in and brought to its end the way its kind lays down."""

from archives_enforcement.documents import kinds, services, standing, tabling
from tests import factories
from tests.documents.conftest import ON

OWN_LAYOUT = {  # laid out by the app that drafts it
    "site_record": {"blocks": [{"kind": "text", "heading": "一、检查情况", "text": "逐项检查。"}]},
}
TYPED_ELSEWHERE = {  # facts the wordings of papers with acts of their own take besides
    "basis": "《中华人民共和国档案法》第四十二条",
    "kind": "日常检查",
    "topics": "整改情况",
    "cause": "丢失国有档案",
    "credit_code": "无",
    "representative": "负责人甲",
    "statement_days": "5",
}


def facts_of(code: str, bureau) -> dict:
    """Each fact is written as its own name in brackets."""
    kind = kinds.KINDS[code]
    typed = {name: f"〔{label}〕" for name, label in (kind.fields | kind.extra).items()}
    typed |= {name: words[0] for name, words in kind.choices.items()}
    for name, columns in kind.tables.items():
        typed[name] = tabling.laid_out("；".join(f"〔{label}〕" for label in columns), columns)
    standing_facts = standing.facts(kind, bureau)
    standing_facts.setdefault("remedies", [standing.remedies(bureau, "本决定", "本决定书")])
    return {**TYPED_ELSEWHERE, **standing_facts, **typed, **OWN_LAYOUT.get(code, {})}


def draft(code: str, unit, officer, facts=()):
    bureau = unit.party.bureau
    return services.draft(
        unit,
        code,
        bureau=bureau,
        party=unit.party,
        title=kinds.KINDS[code].label,
        fields={**facts_of(code, bureau), **dict(facts)},
        actor=officer,
        on=ON,
    )


def two_of(bureau) -> str:
    """Two officers of the bureau, made for it, each with the number of the certificate."""
    return "、".join(
        in_words(factories.make_officer(name, bureau)) for name in ("asking", "writing_down")
    )


def in_words(user) -> str:
    return f"{user}（执法证件编号 {user.certificates.get().number}）"


def bring_to_its_end(paper, officer, reviewer, head):
    kind = kinds.KINDS[paper.kind]
    if kind.two_officers:
        services.revise(paper, actor=officer, on=ON, fields={"officers": two_of(paper.bureau)})
    if kind.by_officers:
        return services.complete(paper, actor=officer, on=ON)
    if kind.review:
        services.submit_review(paper, actor=officer, on=ON)
        services.pass_review(paper, actor=reviewer, on=ON)
    else:
        services.submit(paper, actor=officer, on=ON)
    return services.sign(paper, actor=head, on=ON)


def plain_text(content: dict) -> str:
    """What stands on the paper, a line for each paragraph, row or line to sign."""
    lines = [content["mark"], content["number"], content["title"]]
    if content.get("to"):
        lines.append(f"{content['to']}：")
    for style, part in content.get("paragraphs", ()):
        lines += _part(style, part)
    for block in content.get("blocks", ()):
        lines += _block(block)
    lines += [content.get("signatory", ""), content["date"]]
    if content.get("printer"):
        lines.append(f"{content['printer']}　{content['printed_on']}印发")
    return "\n".join(lines) + "\n"


def _part(style: str, part):
    if style == "table":
        yield from _table(part)
    elif style == "signatures":
        yield from _to_sign(part)
    else:
        yield part


def _table(table: dict):
    yield from (f"│{'│'.join(row)}│" for row in (table["head"], *table["rows"]))


def _to_sign(lines: list):
    yield from (f"{line['label']}____{line['note']}" for line in lines)


def _block(block: dict):
    if block.get("heading"):
        yield block["heading"]
    if block["kind"] == "fields":
        yield from (f"│{label}│{value}│" for label, value in block["rows"])
    elif block["kind"] == "signatures":
        yield from _to_sign(block["lines"])
    elif block["kind"] == "table":
        yield from _table(block)
    else:
        yield block.get("text", "")
