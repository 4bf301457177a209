"""法制审核: after the party was heard, by somebody who did not handle the case."""

from datetime import timedelta

from penalties.services import review
from tests.penalties.case_facts import ASPECTS
from tests.unlawful.attempts import Deed, Row
from tests.unlawful.deciding import weighed_anew
from tests.unlawful.filing import PENALTY
from tests.unlawful.investigating import BEFORE, LICENSED, stranger, then
from tests.unlawful.telling import (
    HEARD_ON,
    LAST_DAY,
    NEXT_DAY,
    arranged,
    held,
    on_the,
    spoken,
    spoken_and_answered,
    undelivered,
)

SUBMIT = Deed("officer", "penalties:case-submit-review", review.submit)
REVIEW = Deed(
    "reviewer", "penalties:case-review", review.give,
    {"outcome": "passed", "opinion": "同意。", **ASPECTS},
)  # fmt: skip


def handler_may_review(walk):
    walk.second.groups.add(*walk.reviewer.groups.all())


def proposer_may_review(walk):
    """Who proposed the case and handed it over meanwhile."""
    walk.case.officers.filter(user=walk.officer).update(left_on=walk.day)
    walk.officer.groups.add(*walk.reviewer.groups.all())


def heavier(walk):
    weighed_anew(walk, fine=47_001)


TERMS = f"期限还没有届满.*{PENALTY}第六十二条、第六十四条"


# fmt: off
ROWS = [
    Row("reviewed before the notice was delivered", "还没有送达.*第四十四条、第六十二条", "notify",
        SUBMIT, then(undelivered, on_the(NEXT_DAY)), on_the(NEXT_DAY)),
    Row("reviewed on the last day to be heard", TERMS, "notify", SUBMIT, on_the(LAST_DAY),
        on_the(NEXT_DAY)),
    Row("reviewed while a hearing may still be asked for", TERMS, "notify", SUBMIT,
        then(spoken_and_answered, on_the(LAST_DAY)), then(spoken_and_answered, on_the(NEXT_DAY))),
    Row("reviewed over an unanswered statement", "还没有复核和答复.*第四十五条", "notify", SUBMIT,
        then(spoken, on_the(NEXT_DAY)), then(spoken_and_answered, on_the(NEXT_DAY))),
    Row("reviewed before the hearing", "听证还没有举行.*第五十八条第一款、第六十四条", "notify",
        SUBMIT,
        then(arranged, on_the(HEARD_ON)), held),
    Row("reviewed at a figure that was raised", "第四十四条、第四十五条第二款", "hear", SUBMIT,
        heavier),
    Row("handed to the review by who does not handle the case", LICENSED, "hear", SUBMIT, stranger,
        by="stranger"),
    Row("reviewed by its handler", "参与办理了本案.*第五十八条", "submit_review", REVIEW,
        handler_may_review, by="second"),
    Row("returned by its handler", "参与办理了本案.*第五十八条", "submit_review",
        REVIEW, handler_may_review, wrong={"outcome": "returned"}, right={"outcome": "returned"},
        by="second"),
    Row("reviewed by who proposed it and left", "参与办理了本案.*第五十八条", "submit_review",
        REVIEW,
        proposer_may_review, by="officer"),
    Row("reviewed before it was handed in", BEFORE, "submit_review", REVIEW,
        wrong={"on": lambda walk: walk.day - timedelta(1)}),
    *(Row(f"reviewed without a word on {name}", "请写明.*第五十八条", "submit_review", REVIEW,
          wrong={name: " "}, closed=True) for name in ASPECTS),
]
# fmt: on
