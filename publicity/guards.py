"""Why a notice cannot go on yet; each guard returns the sentence or None."""

from django.utils import timezone

from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from penalties.discretion.departing import BASIS, HEADING
from penalties.models import Departure
from penalties.queries.papers import DECISIONS
from publicity.models import Notice
from publicity.queries import exemplaries, leaving_out

PENALTY_LAW = "《中华人民共和国行政处罚法》"
LOCAL = "依据：行政执法公示制度（国办发〔2018〕118号），本机关公示制度。"


def nothing_private(notice: Notice, act: Act) -> str | None:
    """At first sight; whom the record names is asked in the act (services.notices.check_words)."""
    if found := leaving_out.at_first_sight(notice, notice.words):
        return (
            f"公示内容里有{'、'.join(found)}，不能公开，请先删去。"
            f"依据：{PENALTY_LAW}第五十条和行政执法公示制度。"
        )
    return None


def says_all(notice: Notice, act: Act) -> str | None:
    """Whom it is about, what was found, on what ground, with what outcome: none is left empty."""
    asked = notice.is_result or notice.document.kind in DECISIONS
    wanted = ("party_name", "facts", "basis", "outcome") if asked else ()
    if missing := [notice.label_of(name) for name in wanted if not getattr(notice, name).strip()]:
        return f"公示稿还没有写{'、'.join(f'“{label}”' for label in missing)}，请补上再办。{LOCAL}"
    return None


def departure_explained(notice: Notice, act: Act) -> str | None:
    """Who left the benchmark says so in public, with the reasons."""
    left = Departure.objects.filter(assessment__decision__document=notice.document)
    if not left.exists() or HEADING in f"{notice.facts}{notice.basis}{notice.outcome}":
        return None
    return (
        f"这个决定{HEADING}，公示应当写明调整适用的理由，请照决定书的“处罚依据”补上再办。"
        f"依据：{BASIS}，{PENALTY_LAW}第三十四条。"
    )


def party_has_it(notice: Notice, act: Act) -> str | None:
    """Nobody reads in public what was decided on him before it has reached him."""
    delivered = any(row.delivered_on for row in notice.document.deliveries.all())
    if delivered or not (notice.is_result or notice.document.kind in DECISIONS):
        return None
    if notice.is_result:
        return f"反馈意见书还没有送达被检查单位，不能公布检查结果。{LOCAL}"
    return f"处罚决定书还没有送达当事人，不能公布。依据：{PENALTY_LAW}第四十八条、第六十一条。"


def paper_in_force(notice: Notice, act: Act) -> str | None:
    """Nothing is published of a paper that was corrected by another or is void."""
    if notice.document.state == Document.State.ISSUED:
        return None
    return (
        f"{notice.number}的状态是“{notice.document.get_state_display()}”，不能公示，"
        f"请对现行的文书另行拟稿。{LOCAL}"
    )


def secrecy_reviewed(notice: Notice, act: Act) -> str | None:
    if notice.secrecy_checked and notice.secrecy_reviewer_id:
        return None
    return (
        "还没有通过保密审查，不能公示。请先办理保密审查。"
        "依据：《中华人民共和国政府信息公开条例》的保密审查要求，本机关公示制度。"
    )


def redaction_checked(notice: Notice, act: Act) -> str | None:
    """A second pair of eyes has read what is left of a person and of a trade secret."""
    if notice.redaction_checked:
        return None
    return (
        "公示稿还没有由拟稿人以外的人逐字核对隐去的内容，不能公示。请在保密审查时一并核对。"
        f"依据：{PENALTY_LAW}第五十条和行政执法公示制度。"
    )


def approved_by_another(notice: Notice, act: Act) -> str | None:
    if notice.drafted_by_id in act.persons:
        return "拟稿人不能批准自己拟的公示，请由机关负责人批准。依据：本机关公示制度。"
    return None


def not_before_draft(notice: Notice, act: Act) -> str | None:
    if act.on < notice.drafted_on:
        return f"办理日期不能早于拟稿日期（{cn_date(notice.drafted_on)}）。"
    return None


def on_the_day(record, act: Act) -> str | None:
    """What the public could see on a day cannot be entered later, so no clock is met that way."""
    if act.on < timezone.localdate():
        return "公布、更正和撤回以实际办理的当天为准，不能补录以前的日期。依据：本机关公示制度。"
    return None


def still_worth_publishing(notice: Notice, act: Act) -> str | None:
    if notice.expires_on and notice.expires_on < act.on:
        return f"公示期限已于{cn_date(notice.expires_on)}届满，不用再公布。"
    return None


def change_reported(notice: Notice, act: Act) -> str | None:
    """A decision on a party is withdrawn when it was changed; a model case whenever need be."""
    if notice.changed_on is None and notice.is_result:
        return f"请先登记检查结果变更、撤销或者有误的情况，再撤回公示。{LOCAL}"
    if notice.changed_on is None and not notice.is_exemplary:
        return (
            "请先登记决定被变更、撤销、确认违法或者无效的情况，再撤回公示。"
            f"依据：{PENALTY_LAW}第四十八条第二款。"
        )
    return None


def consent_stands(notice: Notice, act: Act) -> str | None:
    """A unit is published as a model only while it agrees."""
    if not exemplaries.is_exemplary(notice.document):
        return None
    if exemplaries.consent_stands(notice.document):
        return None
    return "单位没有同意公开，或者已经撤回同意，不能公示。依据：本机关检查工作规范。"
