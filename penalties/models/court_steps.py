"""申请法院强制执行: what became of it, step by step (行政强制法第五十六条至第五十八条).

How the court carries it out and ends it is for the law of civil procedure, whose articles were not
checked against their text.
"""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from penalties.models.cases import Case


class CourtStep(ScopedModel):
    """One event on the application to the court; which may follow which says `FOLLOWS`."""

    class Kind(models.TextChoices):
        SUBMITTED = "submitted", "向人民法院提交申请"
        ACCEPTED = "accepted", "人民法院受理"
        NOT_ACCEPTED = "not_accepted", "裁定不予受理"
        EXECUTE = "execute", "裁定执行"
        NOT_EXECUTE = "not_execute", "裁定不予执行"
        APPEALED = "appealed", "向上一级人民法院申请复议"
        UPHELD = "upheld", "复议维持原裁定"
        PAUSED = "paused", "裁定终结本次执行程序"
        EXECUTED = "executed", "执行完毕"
        TERMINATED = "terminated", "裁定终结执行"

    FOLLOWS = {
        "": (Kind.SUBMITTED,),
        Kind.SUBMITTED: (Kind.ACCEPTED, Kind.NOT_ACCEPTED),
        Kind.ACCEPTED: (Kind.EXECUTE, Kind.NOT_EXECUTE),
        Kind.NOT_ACCEPTED: (Kind.APPEALED, Kind.SUBMITTED),
        Kind.NOT_EXECUTE: (Kind.APPEALED,),
        Kind.APPEALED: (Kind.ACCEPTED, Kind.EXECUTE, Kind.UPHELD),
        Kind.UPHELD: (Kind.SUBMITTED,),  # only where it was not even accepted: `queries.court`
        Kind.EXECUTE: (Kind.EXECUTED, Kind.TERMINATED, Kind.PAUSED),
        Kind.PAUSED: (Kind.EXECUTED, Kind.TERMINATED),  # taken up again when something is found
    }
    ON_PAPER = (  # a case may be closed on these, so the court's own paper is kept
        Kind.NOT_ACCEPTED, Kind.NOT_EXECUTE, Kind.UPHELD, Kind.EXECUTED, Kind.TERMINATED,
    )  # fmt: skip

    case = models.ForeignKey(Case, models.PROTECT, related_name="court_steps", verbose_name="案件")
    document = models.ForeignKey(
        Document, models.PROTECT, related_name="+", verbose_name="强制执行申请书"
    )
    kind = models.CharField("事项", max_length=14, choices=Kind)
    happened_on = models.DateField("日期", help_text="裁定填收到的日期")
    # 第五十八条第一款: then the court hears both sides and has thirty days.
    doubted = models.BooleanField("法院认为明显缺乏根据或者违法，听取意见", default=False)
    note = models.CharField("文号和要点", max_length=300)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人"
    )

    scope = Scope(bureau="case__bureau")

    files_need = "penalties.view_case"

    class Meta:
        verbose_name = verbose_name_plural = "申请法院强制执行的进展"
        default_permissions = ()
        ordering = ["case", "pk"]

    def __str__(self):
        return f"{self.get_kind_display()}（{cn_date(self.happened_on)}）"
