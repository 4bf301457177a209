"""查封、扣押: the one page that stays locked, and says what the law allows instead."""

from typing import NamedTuple

from django.urls import reverse

from archives_enforcement import views
from archives_enforcement.navigation import Crumb

WHY = (
    "行政强制措施由法律设定；法律没有设定的，行政法规、地方性法规不得设定，其他规范性文件更不得设定"
    "（《中华人民共和国行政强制法》第十条、第十一条）。《中华人民共和国档案法》及其实施条例没有设定"
    "查封、扣押，所以本系统没有这类文书。没有法律、法规依据实施行政强制的，责令改正，对直接负责的主管"
    "人员和其他直接责任人员依法给予处分（《中华人民共和国行政强制法》第六十一条）。"
)
ARCHIVES_LAW = "《中华人民共和国档案法》"


class Measure(NamedTuple):
    when: str
    what: str
    basis: str


INSTEAD = (
    Measure(
        "证据可能灭失或者以后难以取得",
        "经机关负责人批准先行登记保存，七日内作出处理决定（先行登记保存通知书、现场笔录）",
        "《中华人民共和国行政处罚法》第五十六条",
    ),
    Measure(
        "发现档案安全隐患",
        "责令限期整改（责令限期整改通知书；情况紧急的，档案安全紧急处置通知）",
        f"{ARCHIVES_LAW}第四十五条",
    ),
    Measure(
        "单位保管条件不符合要求，档案可能不安全或者严重损毁",
        "经协商，提前交有关档案馆保管",
        "《中华人民共和国档案法实施条例》第二十条第四款",
    ),
    Measure(
        "非国有单位和个人的重要档案保管条件不符合要求",
        "报请省级以上档案主管部门给予帮助，或者经协商指定档案馆代为保管",
        f"{ARCHIVES_LAW}第二十二条第一款",
    ),
    Measure(
        "属于其他机关职权的事项",
        "移送有权机关处理（案件移送函、情况报告函）",
        "各有权机关的职权",
    ),
)


class SeizureView(views.TemplateView):
    """What whoever looks for a seizure finds."""

    permission_required = "penalties.view_case"  # who decides and reviews looks here too
    template_name = "documents/seizure.html"
    extra_context = {"why": WHY, "instead": INSTEAD}

    def get_context_data(self, **kwargs):
        crumbs = [Crumb("文书", reverse("documents:document-list")), Crumb("查封、扣押")]
        return super().get_context_data(crumbs=crumbs, **kwargs)
