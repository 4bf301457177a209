"""Marked strings: each record carries one, and this table says by hand who may ever read it.

A canary names its side and its kind. Sides: A is unit A with the bureau's own books, B is unit B
under the same bureau, O the other bureau with its unit, U the bureau above with its unit.
"""

import io
import re
import zipfile

from pypdfium2 import PdfDocument, PdfiumError

from tests.access.people import PERSONS

MARK = re.compile(r"Q-([A-Za-z])-([a-z]+)-Q")
STAFF, NO_ASSISTANT = "ochdsrja", "ochdsrj"
EVERYBODY = "".join(PERSONS)

# Kind → the persons who may read side A's canary of that kind, wherever it shows.
# fmt: off
READERS = {
    "bureau": EVERYBODY,           # its name
    # what a unit is told, and what an issued paper says
    "name": "AST" + STAFF,       # of the unit
    "place": "AI" + STAFF,        # of the visit; observers are told where to come
    "found": "AST" + STAFF,       # a finding in an issued letter
    "letter": "AST" + NO_ASSISTANT,
    "guide": "A" + STAFF,
    "reply": "A" + STAFF,
    "replyfile": "A" + STAFF,
    "talk": "AST" + NO_ASSISTANT,  # an interview whose notice is issued
    "address": "A" + NO_ASSISTANT,  # where the unit wants its papers, and its signed paper
    "addressfile": "A" + NO_ASSISTANT,
    "invited": "A" + NO_ASSISTANT,  # who acts for the unit, who asks to, who is invited
    # what stays inside the bureau
    "quiet": "T" + STAFF,          # a unit that has got no paper; a published plan names it
    "past": STAFF,                 # a check on paper, and the list that brought it in
    "untold": STAFF,               # a finding before its letter
    "holding": STAFF,              # what a unit keeps and where, and whom to call there
    "photo": STAFF,                # a picture of the visit
    "gps": "A" + STAFF,            # where the unit took a picture of what it has put right
    "draft": NO_ASSISTANT,
    "attempt": NO_ASSISTANT,       # what became of a paper on its way, and the proof of it
    "receiptfile": NO_ASSISTANT,
    "scanfile": NO_ASSISTANT,
    "talkdraft": NO_ASSISTANT,
    "audit": NO_ASSISTANT,
    "tip": NO_ASSISTANT,
    "benchmark": NO_ASSISTANT,     # a 裁量权基准 of the bureau's own
    "tipfile": NO_ASSISTANT,
    "hint": "ch",                  # what came in from the public, and its papers; nobody of the
    "hintfile": "ch",              # table handles one
    "who": "",                     # who reported: on no page but the answer to a typed reason
    "whoto": "",
    "praise": STAFF,
    "cert": "AST" + STAFF,
    "seal": NO_ASSISTANT,          # on what ground a seal is used; the trail tells it too
    "deputy": NO_ASSISTANT,        # why somebody is away
    "task": NO_ASSISTANT,
    "trip": NO_ASSISTANT,
    "outreach": NO_ASSISTANT,      # the plan of such activities
    "activity": NO_ASSISTANT,
    "article": NO_ASSISTANT,
    "media": NO_ASSISTANT,
    "training": NO_ASSISTANT,
    # plans and reports: a superior sees what is published or issued
    "plan": "T" + NO_ASSISTANT,
    "plandraft": NO_ASSISTANT,
    "rule": NO_ASSISTANT,          # of coverage
    "leave": NO_ASSISTANT,         # why an officer cannot go
    "draw": NO_ASSISTANT,          # inside; a published one is everybody's on pages of its own
    "drawdraft": NO_ASSISTANT,
    "list": NO_ASSISTANT,          # a checklist of the bureau's own, until it is published
    "listdraft": NO_ASSISTANT,
    # 专项检查: who takes part knows of it once it is issued; above one reads what was sent
    "campaign": NO_ASSISTANT,
    "campaigndraft": NO_ASSISTANT,  # before it is issued; and a table before it is sent
    "campaigntable": "ST" + NO_ASSISTANT,
    # 年度考核: how it is weighed is the bureau's own, what the unit objects to is both sides'
    "scorerule": NO_ASSISTANT,
    "appeal": "A" + NO_ASSISTANT,
    # 自查: what the unit is still writing is its own, what it handed in the bureau reads too
    "selfrule": NO_ASSISTANT,
    "selfdraft": "A",
    "selffile": "A" + STAFF,       # a file is the bureau's from the moment it has come in
    "selfreport": "A" + NO_ASSISTANT,
    "report": "ST" + NO_ASSISTANT,
    "reportdraft": NO_ASSISTANT,
    # penalty cases: the party reads what was notified and what it said itself
    "firm": "AST" + NO_ASSISTANT,
    "settling": NO_ASSISTANT,      # what the checking of a lead came to
    "case": NO_ASSISTANT,
    "proof": NO_ASSISTANT,
    "idnumber": NO_ASSISTANT,      # of whoever was questioned
    "voice": NO_ASSISTANT,         # what one of the heads said in their discussion
    "prooffile": NO_ASSISTANT,
    "weight": NO_ASSISTANT,
    "spot": NO_ASSISTANT,          # a case that was decided on the spot
    "plea": "A" + NO_ASSISTANT,
    # supervision of enforcement
    "watch": "ST" + NO_ASSISTANT,  # above one reads the receiver of what was issued
    "gripe": "chdr",               # a complaint about officers, who do not see it
    "gossip": "chdr",              # the same as it came in
    "gossipfile": "chdr",
    "griper": "",                  # who complained
    "griperto": "",
    "fault": "chdr",               # of an officer who is nobody of the table
    "ownfault": "chdrj",           # and of the one who was told of his
    "remedy": NO_ASSISTANT,
    "rating": "S",                 # what a unit said of a visit: to who supervises from above
    "round": "ST" + NO_ASSISTANT,  # stands in the title of the issued circular
    # disclosure
    "withheld": NO_ASSISTANT,      # why a paper is not public
    "notice": NO_ASSISTANT,
    "correction": "A" + NO_ASSISTANT,  # what a party says is wrong in what is public of it
    "listing": NO_ASSISTANT,       # a public list before it is published
    "openfirm": EVERYBODY,
    "public": EVERYBODY,
}
# fmt: on


# What the administrator of the system reads, of every bureau: whom accounts are made for.
ADMINISTERED = {
    "name", "quiet", "firm", "openfirm", "cert", "deputy", "bureau", "public", "invited",
}  # fmt: skip


# What the staff below reads of the bureau above: whose campaign it is and by which list.
SHOWN_BELOW = {"bureau", "campaign", "list"}


# What pages without sign-in show of every bureau, though inside it is not for everybody.
PUBLISHED = {
    "entry:letter": {"bureau", "name", "letter", "found"},  # to whoever opened it by its code
    "entry:letter-pdf": {"letter"},
    "entry:acknowledge": {"bureau", "name", "letter"},
    "supervision:rating-give": {"bureau"},  # the unit is told who reads the sums: the one above
    "entry:register": {"bureau", "name", "letter"},
    # to the one guest of a 互查, while his invitation is open
    "supervision:invitation-review": {"bureau", "name", "round"},
    "supervision:invitation-paper": {"letter"},
    "supervision:round-invite": {"bureau"},  # which bureaux there are to be invited
    "joining:join": {"bureau", "name", "invited"},  # to whoever holds the link
    "tips:send": {"bureau"},  # to which of them one turns
    "publicity:public-plan-list": {"bureau", "plan"},
    "publicity:public-plan-detail": {"plan"},
    "publicity:public-plan-export": {"bureau", "plan"},
    "publicity:public-plan-data-export": {"bureau", "plan"},
    "publicity:public-checklist-export": {"list"},
    "publicity:public-checklist-data-export": {"bureau", "list"},
    "publicity:public-checklist-list": {"bureau", "list"},
    "publicity:public-checklist-detail": {"bureau", "list"},
    "officer:code": {"bureau", "name", "cert"},  # to whoever scans it at the unit's door
    "publicity:public-before": {"bureau"},
    "publicity:public-result-list": {"public"},  # of every side, as every bureau publishes
    "publicity:public-result-export": {"public"},
    "publicity:public-result-data-export": {"public"},
    "publicity:public-register": {"listing"},
    "publicity:public-register-export": {"listing"},
    "publicity:public-register-data-export": {"listing"},
    "publicity:public-benchmark-list": {"bureau", "benchmark"},
    "publicity:public-benchmark": {"benchmark"},
    "publicity:public-benchmark-export": {"benchmark"},
    "publicity:public-benchmark-data-export": {"benchmark"},
    # A draw is published with both of its lists: units, and officers with their certificates.
    "publicity:public-draw-list": {"bureau", "draw"},
    "publicity:public-draw-detail": {"bureau", "draw", "name", "quiet", "cert"},
    "publicity:public-draw-recompute": {"bureau", "draw", "name", "quiet"},
    "publicity:public-draw-export": {"bureau", "draw", "name", "quiet", "cert"},
}


def canary(side: str, kind: str) -> str:
    if kind not in READERS and kind != "msg":
        raise KeyError(kind)
    return f"Q-{side}-{kind}-Q"


def may_read(person: str, side: str, kind: str) -> bool:
    """Whether the table above lets that person read the canary."""
    if kind == "msg":  # a message belongs to one person; its side is his letter
        return person == side
    if person == "m":
        return kind in ADMINISTERED
    readers = READERS[kind]
    if not readers:
        return False
    if side == "B":
        readers = readers.replace("A", "B").replace("I", "")
    if side == "O":
        readers = "O"
    if side == "U":
        readers = "ST" + (NO_ASSISTANT if kind in SHOWN_BELOW else "")
    return person in readers


def own_side(person: str) -> str:
    """Whose records a list shows to that person."""
    return {"B": "B", "O": "O", "S": "U", "T": "U"}.get(person, "A")


def text_of(response) -> str:
    """All that a response says: body, the parts of a workbook or package, the words of a PDF."""
    return words_in(b"".join(response))


def words_in(content: bytes) -> str:
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            inside = [words_in(parts.read(name)) for name in parts.namelist()]
            return "".join([*parts.namelist(), *inside])
    plain = content.decode("utf-8", "replace")
    return plain + _printed(content) if content.startswith(b"%PDF") else plain


def _printed(content: bytes) -> str:
    """What stands on the pages of a PDF; nothing on those that are none (`Side.pdf`)."""
    try:
        pages = PdfDocument(content)
    except PdfiumError:
        return ""
    return "".join(page.get_textpage().get_text_range() for page in pages)


def canaries_in(response) -> set[tuple[str, str]]:
    """(side, kind) of each canary in body and headers."""
    headers = " ".join(response.headers.values())
    return set(MARK.findall(text_of(response) + headers))
