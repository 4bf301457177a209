"""What may not stand in a paper, whoever drafts it and on whichever page."""

from archives_enforcement.documents import kinds, tabling

PENALTY_NAME = "通报批评"


def refusal(kind: str, title: str, fields: dict) -> str | None:
    """Why the paper cannot say this; None when it can."""
    known = kinds.KINDS[kind]
    lists = (
        (known.fields[name], tabling.fault_of(fields[name], columns))
        for name, columns in known.tables.items()
        if fields.get(name)
    )
    fault = next((f"{label}：{why}" for label, why in lists if why), None)
    return (
        fault
        or _not_chosen(known, fields)
        or (_named_as_penalty(title, fields) if known.measure else None)
    )


def _not_chosen(known: kinds.Kind, fields: dict) -> str | None:
    """What follows from a paper is chosen, never read out of what somebody wrote."""
    for name, words in known.choices.items():
        if fields.get(name) and fields[name] not in words:
            label = {**known.fields, **known.extra}[name]
            return f"{label}只能从“{'”“'.join(words)}”中选择，其他情况请写在说明里。"
    return None


def _named_as_penalty(title: str, fields: dict) -> str | None:
    """通报批评 is a penalty and needs its procedure; a measure of work bears another name."""
    if not any(PENALTY_NAME in str(value) for value in (title, *fields.values())):
        return None
    return (
        f"“{PENALTY_NAME}”是行政处罚的种类（《中华人民共和国行政处罚法》第九条），"
        "通报、函询、建议等工作措施不能使用这个名称，请改写。"
    )
