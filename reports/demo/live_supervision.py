"""The bodies that supervise enforcement, and one paper of the bureau's own office."""

from datetime import date

from archives_enforcement.accounts.models import Bureau, User
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.queries import documents_about
from supervision.models import Ground, Issuer
from supervision.services import notices

PRACTICE = "示例区档案局执法监督制度"
BODIES = (
    ("own", "本局法规科"),
    ("justice", "示例区司法局"),
    ("superior", "示例市档案局"),
)
SAID = {
    "form": "supervision_notice",
    "receiver": "本局执法科",
    "inspection": None,
    "case": None,
    "facts": "抽查2份检查案卷，现场笔录都没有写明执法人员出示证件的情况。",
    "result": "self_correct",
    "competent": "",
    "requirement": "补正有关笔录，并在以后的检查中如实记录出示证件的情况。",
    "basis": "《中华人民共和国行政处罚法》第五十五条",
    "manner": "逐份核对当次检查的执法记录，由原检查人员补正并注明日期",
    "term": 15,
    "unit": "workday",
}


def name_bodies(bureau: Bureau) -> dict[str, Issuer]:
    """Who may supervise: the own office, 司法局 and the bureau above."""
    return {
        kind: Issuer.objects.create(bureau=bureau, kind=kind, name=name, source=PRACTICE)
        for kind, name in BODIES
    }


def play(bureau: Bureau, people: dict[str, User], on: date) -> None:
    """A notice that was issued on `on` and waits to be signed for."""
    own = name_bodies(bureau)["own"]
    ground = Ground.objects.get(code="procedure")
    clerk, reviewer, head = people["clerk"], people["reviewer"], people["head"]
    notice = notices.draft(actor=clerk, on=on, issuer=own, ground=ground, **SAID)
    paper = documents_about(notice, clerk).get()
    documents.submit_review(paper, actor=clerk, on=on)
    documents.pass_review(paper, actor=reviewer, on=on)
    documents.sign(paper, actor=head, on=on)
