"""执法监督 as its people do it, from a case that has ended to an officer held to account."""

import pytest

from tests.browser import (
    founding,
    walk_faults,
    walk_notices,
    walk_preparing,
    walk_supervision,
    walk_year,
)
from tests.browser.walk_preparing import OTHER_UNIT

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet, and one beside it."""
    with founding.running(tmp_path_factory.mktemp("founded"), "found_beside") as running:
        yield running


def test_a_round_and_a_file_review_walk_to_their_end(person, tmp_path):
    """J22, J04: an ended case and a check are drawn, reviewed by others, told, put right."""
    clerk, head, officer, reviewer = map(person, ("clerk", "head", "officer", "reviewer"))
    walk_preparing.confirm_identity(head)
    walk_preparing.import_units(clerk, tmp_path)
    walk_supervision.closed_case(clerk, officer, head, tmp_path)
    visit = walk_year.arrange(clerk, head)
    walk_year.record(officer, visit, tmp_path)
    for method, check in (("抽查", OTHER_UNIT), ("自查", "")):
        walk_supervision.hold_round(clerk, reviewer, head, officer, method, check)
    guest = person("neighbour")
    walk_supervision.hold_mutual_round(clerk, reviewer, head, officer, guest, OTHER_UNIT)
    walk_supervision.review_file(reviewer)
    walk_supervision.keep_registers(clerk)


def test_a_supervision_notice_walks_to_its_end(person, tmp_path):
    """J24, J25: six grounds, five elements, signed for, reviewed in three ways, corrected."""
    clerk, head, officer, reviewer = map(person, ("clerk", "head", "officer", "reviewer"))
    admin = person("admin")
    walk_notices.name_issuer(admin, walk_notices.OFFICE, "本机关的执法监督机构")
    walk_notices.name_issuer(admin, walk_notices.JUSTICE, "同级司法行政部门")
    walk_notices.serve_notice(clerk, reviewer, head, officer)
    walk_notices.propose_to_revoke(clerk, reviewer, head, officer)
    walk_notices.lose_on_review(clerk, reviewer, head, officer)
    walk_notices.enter_from_above(clerk, officer, tmp_path)
    walk_notices.ask_too_late(reviewer, officer, tmp_path)
    walk_notices.draft_on_each_ground(clerk)


def test_a_complaint_walks_to_an_officer_held_to_account(person):
    """J23, J26, J27: looked into by another, answered, then told, heard, decided, carried out."""
    clerk, head, officer, reviewer = map(person, ("clerk", "head", "officer", "reviewer"))
    complaint = walk_faults.complain(clerk, reviewer, head, officer)
    walk_faults.hold_to_account(clerk, reviewer, head, officer, complaint)
    walk_faults.let_off(clerk, reviewer, head, officer)
    walk_faults.advise(clerk, reviewer, head)
