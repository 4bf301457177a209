"""A sample of every component, of a person who sees it, of a form with every kind of field."""

from datetime import UTC, date, datetime, timedelta

from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.http import QueryDict
from django.test import RequestFactory

from archives_enforcement.faults import LAMPS, Lit
from archives_enforcement.forms import ConfirmField, EvidenceField, PageForm
from archives_enforcement.navigation import Crumb, PageAct, Step

TODAY = date(2024, 10, 10)


class Person:
    """Someone signed in, with a post and its permissions, without a database."""

    username, is_authenticated, is_staff = "officer", True, False
    role_names = ("执法人员",)

    def __init__(self, *permissions):
        self.permissions = permissions

    def has_perm(self, permission):
        return permission in self.permissions

    def __str__(self):
        return "执法人员甲"


class Record:
    """A record as a header shows it."""

    state_tone = "now"

    def get_state_display(self):
        return "整改中"


class EveryField(PageForm):
    """One field of every kind that pages use."""

    unit = forms.CharField(label="单位", disabled=True, initial="示例街道一")
    day = forms.DateField(label="检查日期", help_text="实际到现场的日期")
    moment = forms.DateTimeField(label="开始时间", required=False)
    clock = forms.TimeField(label="集合时间", required=False)
    facts = forms.CharField(label="检查情况", widget=forms.Textarea)
    way = forms.ChoiceField(label="报告方式", choices=[("", "请选择"), ("net", "网上")])
    answer = forms.ChoiceField(
        label="您的回复",
        widget=forms.RadioSelect,
        choices=[("done", "已经改好"), ("more", "需要时间")],
    )
    officers = forms.MultipleChoiceField(
        label="执法人员",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("1", "执法人员甲"), ("2", "执法人员乙")],
    )
    urgent = forms.BooleanField(label="紧急", required=False)
    paper = forms.FileField(label="扫描件")
    photos = EvidenceField(label="照片", required=False)
    key = forms.CharField(widget=forms.HiddenInput, required=False)
    confirmed = ConfirmField(label="我已核对")


class Narrowing(forms.Form):
    """The form of a filter set."""

    q = forms.CharField(label="单位或编号", required=False)
    state = forms.ChoiceField(label="状态", required=False, choices=[("", "全部")])


def request(path="/", user=None):
    """A request as the middleware hands it to a page."""
    made = RequestFactory().get(path)
    made.user = user or AnonymousUser()
    return made


STEPS = [Step("计划", "done", "3月28日"), Step("现场", "now", "今天"), Step("销号")]
ACTS = [
    PageAct("复核整改回复", "/1/", primary=True),
    PageAct("销号", why="第 2 项没有复核通过。", article="《档案法》第四十五条"),
]
DEADLINES = [
    {"label": "整改报告", "basis": "三十日", "due": date(2024, 10, 12), "url": "/1/"},
    {"label": "听证申请", "note": "送达后起算"},
    {"label": "平台填报", "due": date(2024, 10, 9), "done": "已填报"},
]
ENTRY = {
    "at": datetime(2024, 10, 9, 16, 20),
    "text": "送达",
    "who": "执法人员甲",
    "note": "附件 1 份",
}
TODO = {"due": date(2024, 10, 8), "text": "去填报", "url": "/1/", "basis": "三日", "act": "填报"}


class Clock:
    """A term that has been met, as far as the component looks at it."""

    steps = ("自送达之日起 15 日", "末日是休息日，顺延至10月8日")
    met_on, met_note = date(2024, 10, 8), "当事人已经缴纳"
    cancelled_on, cancel_reason = None, ""


UNSENT = {"saved_at": datetime(2024, 10, 10, 2, 5, tzinfo=UTC)}
COMPONENTS = {
    "acts": {"acts": ACTS},
    "bars": {"bars": [{"label": "库房", "value": 62, "percent": 78, "url": "/1/"}]},
    "clock_steps": {"row": Clock()},
    "confirm": {"points": ["编号不可修改"], "field": EveryField().confirmation},
    "deadline_list": {"deadlines": DEADLINES, "today": TODAY},
    "empty": {"title": "还没有案件", "text": "立案后列在这里。", "url": "/new/", "label": "立案"},
    "field": {"field": EveryField()["day"]},
    "file_list": {"files": [{"name": "照片.jpg", "url": "/f/1/", "size": 2048, "note": "东墙"}]},
    "filter_bar": {"form": Narrowing(QueryDict("q=一")), "export_url": "/export/"},
    "form_errors": {"form": EveryField({"facts": ""}, {})},
    "gauge": {
        "label": "覆盖",
        "done": 31,
        "total": 40,
        "percent": 78,
        "url": "/1/",
        "link": "9 个",
    },
    "lamps": {"lamps": [Lit(LAMPS["L0901"], "“作出处罚决定”逾期7天")], "label": "送法制审核"},
    "irrev": {"points": ["编号不可修改", "内容锁定"]},
    "kpi": {
        "figures": [{"label": "检查", "value": 40, "unit": "次", "change": "↑ 7", "url": "/1/"}]
    },
    "mark": {},
    "messages": {"messages": []},
    "note": {
        "title": "核对通过",
        "text": "各月合计一致。",
        "tone": "ok",
        "url": "/1/",
        "label": "明细",
    },
    "page_header": {
        "crumbs": [Crumb("检查", "/"), Crumb("31 号")],
        "title": "日常检查",
        "record": Record(),
        "number": "〔2024〕31 号",
        "next_step": "等待单位回复。",
        "steps": STEPS,
        "actions": [{"label": "安排", "url": "/1/", "icon": "calendar", "primary": True}],
        "tabs": [{"label": "概况", "url": "/1/", "current": True, "count": 0}],
    },
    "pagination": {"page_obj": Paginator(range(500), 20).page(9)},
    "portal_help": {"bureau": {"name": "示例区档案局", "phone": "000-0000 0000"}},
    "secrecy_notice": {},
    "steps": {"steps": STEPS, "label": "办理步骤", "total": 3},
    "stop": {"title": "不能告知", "text": "低于法定最低。", "remedies": ["改为 20,000 元"]},
    "tabs": {"tabs": [{"label": "概况", "url": "/1/", "current": True}], "label": "检查"},
    "timeline": {"entries": [ENTRY, ENTRY | {"late": True, "on_behalf": True}]},
    "unsent": {"unsent": UNSENT},
    "unsent_saved": {"unsent": UNSENT},
    "todo": {"title": "已逾期", "tone": "late", "slug": "late", "items": [TODO], "today": TODAY},
}
LOCKOUT = {"username": "officer", "failure_limit": 5, "cooloff_timedelta": timedelta(minutes=15)}
