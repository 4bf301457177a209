"""Brings a penalty case to its end and its case file into the archives, through the services."""

from io import BytesIO
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from archives_enforcement.archiving import arranging, services
from archives_enforcement.archiving.models import Bound, CaseFile
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.files import store
from archives_enforcement.jobs import queue
from penalties.models import Discussion
from penalties.queries.cases import officers_in_words as officers
from penalties.services import execution, statements
from tests import factories
from tests.penalties.walk import Walk

REASON = "纸质办理，原件另存"


def make_scan(name="送达回证.png"):
    """A whole picture of a paper."""
    out = BytesIO()
    Image.new("RGB", (60, 84), "white").save(out, "PNG")
    return SimpleUploadedFile(name, out.getvalue())


class Filing(Walk):
    """A walk that goes on to the archives; `second_clerk` checks what another has compiled."""

    def __init__(self, bureau):
        super().__init__(bureau)
        self.second_clerk = factories.make_user("second_clerk", "clerk", bureau=bureau)

    def close(self):
        """Decided, delivered, paid and closed; every paper has its PDF."""
        self.decide()
        self.deliver(self.paper, self.day)
        who = {"actor": self.officer, "on": self.day}
        execution.record_payment(self.case, **who, amount=47_000, paid_on=self.day, receipt="票1")
        super().close()
        queue.run_due()
        return self.case

    def deliver(self, paper, on):
        documents.record_delivery(
            paper.deliveries.get(), actor=self.clerk, on=on, method="direct",
            received_by="法定代表人甲", capacity="representative", files=[make_scan()],
        )  # fmt: skip
        return paper

    def enter(self, kind, text="请从轻处理。", *, on=None):
        made = statements.enter(
            self.case, actor=self.clerk, on=on or self.day, kind=kind, text=text,
            files=[make_scan("陈述.png")],
        )  # fmt: skip
        self.fresh()
        return made

    def discuss(self):
        """A discussion that left neither a paper nor an act in the trail."""
        return Discussion.objects.create(
            case=self.case, assessment=self.case.assessment, held_on=self.day, present="甲、乙",
            record="同意", recorded_by=self.head,
        )  # fmt: skip

    def issue(self, kind: str, about="case", record=None):
        """A paper of the catalogue, as whoever the catalogue names brings it about."""
        drafter = self.reviewer if KINDS[kind].drafter == "penalties.review_case" else self.officer
        facts = {name: f"〔{label}〕" for name, label in KINDS[kind].fields.items()}
        if KINDS[kind].two_officers:
            facts["officers"] = officers(self.fresh(), self.day)
        who = {"actor": drafter, "on": self.day}
        paper = documents.draft_about(
            about, record or self.fresh(), kind, title="", fields=facts, **who
        )
        if KINDS[kind].by_officers:
            return documents.complete(paper, **who)
        if KINDS[kind].review:
            documents.submit_review(paper, **who)
            documents.pass_review(paper, actor=self.reviewer, on=self.day)
        else:
            documents.submit(paper, **who)
        return documents.sign(paper, actor=self.head, on=self.day)

    def add_signed_pages(self, record, name="签字页.png"):
        return documents.add_signed_scan(
            record, files=[make_scan(name)], actor=self.officer, on=self.day
        )

    def issue_notice(self, *, delivered=True):
        """A paper that goes to the party and may be corrected, with what it rests on."""
        self.issue("preservation_approval")
        paper = self.issue("preservation_notice")
        return self.deliver(paper, self.day) if delivered else paper

    def arranged(self) -> arranging.Arrangement:
        return arranging.arrange("case", self.fresh())

    def missing(self) -> list[str]:
        return [row.what for row in self.arranged().missing]

    def compile(self, *, actor=None, reasons=None, **facts) -> CaseFile:
        given = {"condition": "", "retention": "thirty", **facts}
        if reasons is None:
            reasons = dict.fromkeys(self.missing(), REASON)
        return services.compile_file(
            "case", self.fresh(), actor=actor or self.officer, on=self.day, reasons=reasons, **given
        )

    def bound(self, **facts) -> CaseFile:
        """Compiled, with its volumes made."""
        case_file = self.compile(**facts)
        queue.run_due()
        return case_file

    def archive(self, case_file=None, *, actor=None, **place) -> CaseFile:
        """Archived and packed."""
        case_file = services.archive(
            case_file or self.bound(), actor=actor or self.clerk, on=self.day, **place
        )
        for _ in range(2):  # the volumes, then the package
            queue.run_due()
        return case_file

    def add(self, place="缴款凭据", files=None, *, actor=None):
        return services.add_material(
            "case", self.fresh(), actor=actor or self.officer, on=self.day, place=place,
            files=[make_scan()] if files is None else files,
        )  # fmt: skip


def corrected(walk, paper):
    """The paper that replaces one which was wrong."""
    who = {"actor": walk.officer, "on": walk.day}
    newer = documents.draft_correction(paper, **who, note="时间写错")
    documents.submit(newer, **who)
    return documents.sign(newer, actor=walk.head, on=walk.day)


def made(case_file: CaseFile, part: str) -> Bound:
    return Bound.objects.get(case_file=case_file, part=part, edition=case_file.edition)


def content_of(case_file: CaseFile, part: str) -> bytes:
    return store.get(made(case_file, part).sha256)


def package_at(case_file: CaseFile, folder: Path) -> Path:
    path = folder / "package.zip"
    path.write_bytes(content_of(case_file, "package"))
    return path
