"""线上办理记录 (record sheet): a page that says what was done online, step by step, and proves it.

What is on it is frozen with the contents list; the worker sets it once, and a volume, the package
and every later edition hold the same file.
"""

import json

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import Prefetch
from django.utils import timezone

from archives_enforcement.accounts.models import User
from archives_enforcement.archiving import blocks
from archives_enforcement.archiving.lines import RECORD, Line
from archives_enforcement.archiving.models import CaseFile
from archives_enforcement.archiving.traces import Trace
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.typesetting import press
from archives_enforcement.documents.typesetting.glyphs import legible
from archives_enforcement.files import store
from archives_enforcement.templatetags.formats import cn_date, cn_datetime

STEPS = (("办理事项", 42), ("办理人", 26), ("办理和记录时间", 59), ("状态和意见", 33))
PROOF = (("记录号", 22), ("记录摘要", 138))
CLOSING = "本页由系统依据执法全过程记录生成，记录号和摘要可以核对；岗位以立卷时登记的为准。"


def frozen(line: Line, trace: Trace | None) -> dict:
    """A line of the contents list as plain data; with what its record sheet says."""
    if trace is None:
        return line._asdict()
    moment = timezone.localtime(trace.entries[-1].at).isoformat(timespec="seconds")
    return line._asdict() | {"sheet": content(trace, line.issuer), "made_at": moment}


def content(trace: Trace, bureau: str) -> dict:
    """The form: what was decided, said or seen; each step; who did it online; the proof."""
    posts = _posts(trace.entries)
    last = [row for row in trace.entries if row.action in trace.online.decisive][-1]
    named = len(trace.records) > 1
    done = f"线上办理：{_person(last, posts)}　{cn_datetime(last.at)}"
    return {
        "layout": "form",
        "mark": bureau,
        "title": f"{trace.title}（线上办理记录）",
        "blocks": [
            *trace.online.told(trace.records),
            blocks.table("办理经过", STEPS, (
                _step(entry, posts, named) for entry in trace.entries
            )),
            blocks.text("签署", f"{done}\n{CLOSING}"),
            blocks.table("过程记录", PROOF, (
                (entry.sequence, entry.digest) for entry in trace.entries
            )),
        ],
    }  # fmt: skip


def _posts(entries: list[AuditEntry]) -> dict[int, str]:
    """The posts of those who acted, by their key; of an outsider, for whom he works."""
    groups = Prefetch("groups", Group.objects.order_by("pk"))
    people = User.objects.filter(pk__in={entry.actor_id for entry in entries})
    return {
        person.pk: "、".join([*filter(None, [person.employer]), *map(str, person.groups.all())])
        for person in people.prefetch_related(groups)
    }


def _person(entry: AuditEntry, posts: dict[int, str]) -> str:
    post = posts.get(entry.actor_id, "")
    return f"{entry.actor_name}（{post}）" if post else entry.actor_name


def _step(entry: AuditEntry, posts: dict[int, str], named: bool) -> list[str]:
    """What was done, by whom, when, and from which state to which with what words."""
    capacity, opinion = _capacity(entry)
    number = f"记录第{entry.sequence}号"
    what = [entry.label, named and entry.target_name, _behalf(entry), entry.place, number]
    who = [entry.actor_name, posts.get(entry.actor_id, ""), capacity]
    when = [f"{cn_date(entry.on)}{'　补录' * entry.backfilled}", f"记录于{cn_datetime(entry.at)}"]
    states = [_state(entry, code) for code in (entry.before, entry.after) if code]
    how = [" → ".join(states), opinion]
    return ["\n".join(filter(None, lines)) for lines in (what, who, when, how)]


def _capacity(entry: AuditEntry) -> tuple[str, str]:
    """In whose place the person acted, and the words of the act itself."""
    if "deputation" not in entry.details:
        return "", entry.note
    capacity, _, opinion = entry.note.partition("。")
    return capacity, opinion


def _behalf(entry: AuditEntry) -> str:
    return f"代录：{entry.on_behalf_of}" if entry.on_behalf_of else ""


def _state(entry: AuditEntry, code: str) -> str:
    """The state in words, as the record's own table names it."""
    model = ContentType.objects.get_for_id(entry.content_type_id).model_class()
    return dict(model._meta.get_field("state").flatchoices).get(code, code)


def digest(sheet: dict) -> str:
    """The digest of what stands on a sheet."""
    text = json.dumps(sheet, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return store.digest(text.encode())


def typeset(lines: list[dict]) -> bytes:
    """One line of JSON (the length of each file), then the PDF of each record sheet.

    What a sheet says is embedded as data. Run in the bounded child; raises TypesettingError.
    """
    set_one = press.engine().typeset
    made = [
        set_one(legible(line["sheet"]), created=line["made_at"], embedded=line["sheet"])
        for line in lines
    ]
    return json.dumps([len(pdf) for pdf in made]).encode() + b"\n" + b"".join(made)


def with_files(case_file: CaseFile, *parts: str) -> list[dict]:
    """The fixed contents (of some parts), where each record sheet that the worker has made
    has its key, digests and size.
    """
    made = {row.content: row.facts for row in case_file.sheets.all()}
    return [
        line | made.get(digest(line["sheet"]), {}) if line["source"] == RECORD else line
        for line in case_file.contents["lines"]
        if not parts or line["part"] in parts
    ]
