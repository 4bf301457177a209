"""简易程序, walked from the tip to the archives: two officers decide and report it."""

import pytest

from tests.browser import (
    founding,
    walk_enforcing,
    walk_file,
    walk_lead,
    walk_papers,
    walk_repair,
    walk_spot,
    walk_verdict,
)

pytestmark = pytest.mark.full


@pytest.fixture
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_a_fine_on_the_spot_walks_to_the_archives(people, person, visit, problems, tmp_path):
    """Public as slight on the way, and repaired (信用修复) once it is paid."""
    clerk, officer = people.clerk, people.officer
    walk_spot.enter_clause(person("admin"))
    lead = walk_lead.register(clerk, tmp_path)
    walk_spot.determine(officer, lead)
    case = walk_spot.begin(officer)
    walk_spot.find(officer, case, tmp_path)
    number = walk_spot.decide(officer, case)
    walk_papers.deliver(clerk, number, tmp_path)
    walk_spot.report(officer, case)
    notice = walk_repair.publish(clerk, people.head, number)
    public = visit(f"/publicity/public/{notice.rstrip('/').split('/')[-1]}/")
    walk_repair.wait_for_the_duty(clerk, notice)
    walk_enforcing.pay(officer, case, walk_spot.FINE, "示例票据3001", tmp_path)
    walk_repair.repair(clerk, notice, public)
    for of_page in problems:
        of_page[:] = [text for text in of_page if "status of 404" not in text]
    walk_verdict.close(officer, people.head, case)
    walk_file.archive(clerk, walk_file.compile_file(officer, case))
