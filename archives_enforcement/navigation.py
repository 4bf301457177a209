"""导航: the one table of the staff menu, and the small values that page headers are made of.

An entry is shown when the user's post allows it and its page exists; nothing else decides.
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from django.conf import settings
from django.urls import NoReverseMatch, reverse


@cache
def address_of(url_name: str, urlconf: str) -> str:
    """The address of a page in one table of addresses; empty when it has no such page."""
    try:
        return reverse(url_name, urlconf)
    except NoReverseMatch:
        return ""


class Entry(NamedTuple):
    """One line of the menu."""

    label: str
    icon: str
    url_name: str
    permission: str
    active_prefix: str  # view names that begin with it light the entry up
    badge: str = ""  # key into the page's `badges`: how many things wait there
    in_tabbar: bool = False  # also stands in the bar at the foot of a phone

    @property
    def url(self) -> str:
        """Where the entry leads; empty while that page is not installed."""
        return address_of(self.url_name, settings.ROOT_URLCONF)


class Section(NamedTuple):
    label: str
    entries: tuple[Entry, ...]


# fmt: off
NAV = (
    Section("", (
        Entry("工作台", "home", "reports:workbench",
              "reports.view_workbench", "reports:workbench", "work", True),
        Entry("期限督办", "clock", "reports:clock-board",
              "workdays.oversee_deadline", "reports:clock"),
    )),
    Section("监督检查", (
        Entry("年度计划", "calendar", "inspections:plan-list",
              "inspections.view_plan", "inspections:plan"),
        Entry("专项检查（上级）", "flag", "inspections:campaign-list",
              "inspections.view_campaign", "inspections:campaign"),
        Entry("随机抽取", "shuffle", "inspections:draw-list",
              "inspections.view_draw", "inspections:draw"),
        Entry("检查清单", "check-circle", "inspections:checklist-list",
              "inspections.view_checklist", "inspections:checklist"),
        Entry("检查日历", "clock", "inspections:calendar",
              "inspections.view_inspection", "inspections:calendar"),
        Entry("检查", "clipboard", "inspections:inspection-list",
              "inspections.view_inspection", "inspections:inspection", "inspections", True),
        Entry("整改", "wrench", "inspections:finding-list",
              "inspections.view_finding", "inspections:finding", "findings", True),
        Entry("约谈", "people", "inspections:interview-list",
              "inspections.view_interview", "inspections:interview"),
        Entry("举报投诉", "mail", "inspections:tip-list",
              "inspections.view_tip", "inspections:tip"),
        Entry("年度自查", "check-circle", "inspections:self-list",
              "inspections.view_selfinspection", "inspections:self"),
        Entry("年度考核", "star", "inspections:assessment-list",
              "inspections.view_assessment", "inspections:assessment"),
        Entry("文书", "mail", "documents:document-list",
              "documents.view_document", "documents:", "documents", True),
        Entry("案卷", "file", "archiving:case-file-list",
              "archiving.compile_casefile", "archiving:"),
    )),
    Section("观察", (
        Entry("观察邀请", "eye", "inspections:invitation-list",
              "inspections.view_invitation", "inspections:invitation"),
    )),
    Section("行政处罚", (
        Entry("案件", "scale", "penalties:case-list", "penalties.view_case", "penalties:", "cases"),
    )),
    Section("执法监督", (
        Entry("过错预警", "warning", "supervision:lamp-sheet",
              "audit.oversee_faults", "supervision:lamp"),
        Entry("监督检查（执法）", "clipboard", "supervision:round-list",
              "supervision.view_round", "supervision:round"),
        Entry("案卷评查", "file", "supervision:file-review-list",
              "supervision.view_filereview", "supervision:file-review"),
        Entry("监督通知（决定）", "shield", "supervision:notice-list",
              "supervision.view_supervisionnotice", "supervision:notice"),
        Entry("对执法的投诉", "mail", "supervision:complaint-list",
              "supervision.view_complaint", "supervision:complaint"),
        Entry("过错责任", "scale", "supervision:fault-list",
              "supervision.view_faultrecord", "supervision:fault-"),
        Entry("与本人有关的认定", "user-check", "supervision:own-fault-list",
              "supervision.answer_fault", "supervision:own-fault"),
        Entry("复议诉讼赔偿调解", "scale", "supervision:remedy-list",
              "supervision.view_remedy", "supervision:remedy"),
        Entry("检查评价", "star", "supervision:rating-list",
              "supervision.view_rating", "supervision:rating"),
    )),
    Section("公开与统计", (
        Entry("执法公示", "eye", "publicity:notice-list",
              "publicity.view_notice", "publicity:notice"),
        Entry("公开清单", "clipboard", "publicity:list-index",
              "publicity.view_publiclist", "publicity:list"),
        Entry("普法宣传", "flag", "publicity:activity-list",
              "publicity.view_activity", "publicity:activity"),
        Entry("培训", "people", "publicity:training-list",
              "publicity.view_training", "publicity:training"),
        Entry("工作台账", "book", "reports:ledger-list", "reports.view_ledger", "reports:ledger"),
        Entry("历史检查", "archive", "reports:past-check-list",
              "inspections.view_inspection", "reports:past-check"),
        Entry("数据质量", "check-circle", "reports:quality",
              "reports.view_annualreport", "reports:quality"),
        Entry("年度报告", "chart", "reports:annual-report-list",
              "reports.view_annualreport", "reports:annual-report"),
    )),
    Section("基础资料", (
        Entry("被检查单位", "box", "units:unit-list", "units.view_unit", "units:"),
        Entry("执法人员", "user-check", "accounts:officer-list",
              "accounts.view_officer", "accounts:officer"),
        Entry("代理（AB角）", "people", "accounts:deputation-list",
              "accounts.view_officer", "accounts:deputation"),
        Entry("机关信息", "bank", "accounts:bureau-identity",
              "accounts.confirm_identity", "accounts:bureau"),
        Entry("全过程记录", "archive", "audit:entry-list", "audit.view_auditentry", "audit:"),
    )),
)
# fmt: on


class Line(NamedTuple):
    """An entry as one user sees it on one page."""

    entry: Entry
    url: str
    current: bool
    waiting: int


def menu_for(user, view_name: str = "", badges: dict | None = None) -> list[tuple[str, list[Line]]]:
    """The sections this user may open, empty ones left out; the present page's entry is current."""
    found = []
    for section in NAV:
        lines = [
            Line(
                entry,
                url,
                view_name.startswith(entry.active_prefix),
                (badges or {}).get(entry.badge, 0),
            )
            for entry in section.entries
            if user.has_perm(entry.permission) and (url := entry.url)
        ]
        if lines:
            found.append((section.label, lines))
    return found


class Crumb(NamedTuple):
    """One step of the path above a page's title; the last one has no address."""

    label: str
    url: str = ""


class Step(NamedTuple):
    """One stage of a record's life; `state` is `done`, `now` or empty for what is to come."""

    label: str
    state: str = ""
    note: str = ""  # the date, or when it is due


class PageAct(NamedTuple):
    """One thing to do on a record; with `why` it is shown greyed and explained."""

    label: str
    url: str = ""
    primary: bool = False
    why: str = ""
    article: str = ""
    lamps: tuple = ()  # 过错灯 that the act would pass over


# How the names of steps begin that undo, refuse or give up: never what a page urges to do.
WAYS_BACK = (
    "return_", "send_back", "discard", "cancel", "withdraw", "void", "drop", "refuse", "reject",
    "decline", "exclude", "redraw", "refer",
)  # fmt: skip


def acts_from(offers: Iterable, url_of: Callable[[str], str]) -> list[PageAct]:
    """What `Workflow.offers` allows, as buttons; the first open act that leads on is the
    primary one.

    `url_of` gives the address of the page of a step, named by the step's name.
    """
    acts, primary = [], True
    for offer in offers:
        is_open = offer.why is None
        leads_on = is_open and not offer.step.name.startswith(WAYS_BACK)
        acts.append(
            PageAct(
                offer.step.label,
                url_of(offer.step.name) if is_open else "",
                primary and leads_on,
                offer.why or "",
                lamps=offer.lamps,
            )
        )
        primary = primary and not leads_on
    return acts
