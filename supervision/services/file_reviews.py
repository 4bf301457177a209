"""案卷评查: begun with what the system sees, decided by a person who did not handle the case."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents import kinds, tabling
from archives_enforcement.documents import services as documents
from archives_enforcement.workflow import Act, Refused, act, check_date, check_permission
from penalties.models import Case
from supervision import guards
from supervision.models import FileReview, FileScore, ScoreItem
from supervision.prescores import pre_scores
from supervision.workflow import FILE_REVIEW_FLOW, SUPERVISE

SHEET = "file_review_sheet"
G = FileReview.Grade
GRADES = ((90, G.EXCELLENT), (80, G.GOOD), (60, G.PASSED), (0, G.FAILED))
ENDED = (Case.State.DECIDED, Case.State.CLOSED)


@act
def begin(*, actor, on: date, case: Case) -> FileReview:
    """发起评查 of a case that was decided or closed; the pre-score is kept as it is found now.

    Raises Refused to who handled the case, and while its file is being reviewed already.
    """
    check_permission(actor, SUPERVISE, "案卷评查")
    backfilled = check_date(actor, on)
    if case.bureau_id != actor.bureau_id or case.state not in ENDED:
        raise Refused("只评查本机关已经作出决定或者结案的案件。")
    if why := guards.not_of_own_work(None, case, Act(actor, on, SUPERVISE).persons):
        raise Refused(why)
    review = FileReview(bureau=actor.bureau, case=case, begun_by=actor, begun_on=on)
    review.validate_constraints()
    review.save()
    FileScore.objects.bulk_create(_proposed(review, item) for item in ScoreItem.objects.all())
    trail.record(review, "begin_review", "发起案卷评查", actor=actor, on=on, backfilled=backfilled)
    return review


def _proposed(review: FileReview, item: ScoreItem) -> FileScore:
    score = FileScore(review=review, item=item, points=item.points)
    function = pre_scores.get(item.code)
    if function and (found := function(review.case)):
        score.proposed, score.reason = min(found.lost, score.most), found.why[:300]
    return score


@act
def decide(review: FileReview, *, actor, on: date, lost: dict, opinion: str) -> FileReview:
    """评定: each item by the person (code → points taken off, words), never by the system alone.

    Points taken off, a veto, and a departure from the pre-score need their words. The sheet is
    numbered and frozen at once. Raises Refused otherwise.
    """
    if not opinion.strip():
        raise Refused("请写明评查意见。")
    scores = list(review.scores.select_related("item"))
    for score in scores:
        _decided(score, *lost[score.item.code])
    left = FileReview.FULL - sum(score.lost for score in scores if score.points)
    vetoed = any(score.lost for score in scores if not score.points)
    grade = G.FAILED if vetoed else next(grade for least, grade in GRADES if left >= least)
    facts = {
        "score": left, "grade": grade, "opinion": opinion.strip(), "decided_by": actor,
        "decided_on": on,
    }  # fmt: skip
    review = FILE_REVIEW_FLOW.advance(review, "decide", actor=actor, on=on, write=lambda r: facts)
    FileScore.objects.bulk_update(scores, ["lost", "note"])
    _sheet(review, scores, actor, on)
    return review


def _decided(score: FileScore, lost: int, note: str) -> None:
    if not 0 <= lost <= score.most:
        raise Refused(f"“{score.item}”最多扣 {score.most} 分。")
    if not note.strip() and (lost or (score.proposed is not None and lost != score.proposed)):
        raise Refused(f"“{score.item}”扣分、否决或者与系统预评不同的，请写明理由。")
    score.lost, score.note = lost, note.strip()


def _sheet(review: FileReview, scores: list[FileScore], actor, on: date) -> None:
    columns = kinds.KINDS[SHEET].tables["scores"]
    rows = [[each.item.text, each.in_words(each.lost), each.note or "—"] for each in scores]
    paper = documents.draft(
        review,
        SHEET,
        bureau=review.bureau,
        party=None,
        title="行政处罚案卷评查表",
        fields={
            "case": review.case.name,
            "number": review.case.number or "—",
            "result": f"{review.score}分，{review.get_grade_display()}",
            "scores": tabling.of_rows(rows, columns),
            "opinion": review.opinion,
        },
        actor=actor,
        on=on,
    )
    documents.complete(paper, actor=actor, on=on)
