"""终结整改: the papers by which a unit ended, and the proposal to end what it left open."""

from inspections.services import terminations as services
from tests.inspections.rectifying import days

TODAY = days(0)
TOLD = {"basis": "示编〔2026〕10号", "archives_to": "示例区档案馆"}
PAPER = {
    "paper": "关于撤销示例街道的通知",
    "paper_number": "示编〔2026〕10号",
    "paper_on": days(-3),
}


def propose(unit, officer, **values):
    said = {"reason": "单位已撤销，没有单位可以整改", **PAPER, **values}
    return services.propose(unit, actor=officer, on=TODAY, **said)
