"""A case of a natural person: a reader who tampered with archives of the hall on 2024-06-20."""

from datetime import date

from archives_enforcement.accounts.models import Party
from tests import factories
from tests.penalties.case_facts import clause_of
from tests.penalties.walk import Walk

GUARDIAN = {"guardian": "监护人甲", "relation": "父亲"}
CHILD, MINOR = date(2010, 6, 20), date(2008, 1, 1)  # 13 and 16 years old on that day


def begin(walk: Walk) -> Walk:
    """Filed, with evidence and every element; age and mind are not found out yet."""
    walk.firm = factories.make_party(
        walk.bureau, "当事人甲", Party.Kind.PERSON, address="示例路3号"
    )
    lead = walk.lead()
    walk.determine(lead, hall_holdings="yes")
    walk.file_under(lead, clause_of("V01", "user", "individual"))
    walk.stage = "propose"
    walk.file()
    walk.evidence()
    walk.establish()
    return walk
