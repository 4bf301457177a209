"""Addresses of what happens after the letter."""

from django.urls import path

from inspections.views import (
    closing,
    escalation,
    exemplary,
    interviews,
    look_back,
    portal,
    portal_consent,
    questions,
    rectification,
    rectification_rules,
    reviewing,
)

EXTENDED = (
    "整改期限改到您同意的那一天（单位希望的见下面单位的请求），并通知单位；"
    "单位看得到两个日期和理由。"
)
REFUSED = "整改期限不变，理由告诉单位。"
UPHELD = "这个问题销号，理由告诉单位。"
ANSWERED = "整改要求和期限不变，理由告诉单位；暂停过整改的，期限按暂停的天数顺延。"
PAUSED = "异议不停止整改。决定暂停的，答复以前不催办、不算逾期，答复以后期限顺延。"

# fmt: off
urlpatterns = [
    path("findings/", rectification.FindingListView.as_view(), name="finding-list"),
    path("findings/export/", rectification.FindingExportView.as_view(), name="finding-export"),
    path("findings/rules/", rectification_rules.RuleListView.as_view(), name="finding-rules"),
    path("findings/rules/set/", rectification_rules.RuleSetView.as_view(),
         name="finding-rule-set"),
    path("findings/questions/<int:pk>/", questions.AnswerView.as_view(),
         name="finding-question-answer"),
    path("findings/<int:pk>/", rectification.FindingDetailView.as_view(), name="finding-detail"),
    path("findings/<int:pk>/enter-reply/", reviewing.EnterReplyView.as_view(),
         name="finding-reply-enter"),
    path("findings/<int:pk>/enter-question/", questions.EnterView.as_view(),
         name="finding-question-enter"),
    path("findings/<int:pk>/accept/", reviewing.AcceptView.as_view(), name="finding-accept"),
    path("findings/<int:pk>/return/", reviewing.ReturnReplyView.as_view(),
         name="finding-return"),
    path("findings/<int:pk>/extend/",
         reviewing.DecideView.as_view(step="extend", consequences=EXTENDED),
         name="finding-extend"),
    path("findings/<int:pk>/refuse-time/",
         reviewing.DecideView.as_view(step="refuse_time", consequences=REFUSED),
         name="finding-refuse-time"),
    path("findings/<int:pk>/uphold/",
         reviewing.DecideView.as_view(step="uphold", consequences=UPHELD),
         name="finding-uphold"),
    path("findings/<int:pk>/answer-objection/",
         reviewing.DecideView.as_view(step="answer_objection", consequences=ANSWERED),
         name="finding-answer-objection"),
    path("findings/<int:pk>/pause/",
         reviewing.DecideView.as_view(step="pause", consequences=PAUSED),
         name="finding-pause"),
    path("findings/<int:pk>/verify/", reviewing.VerifyView.as_view(), name="finding-verify"),
    path("<int:pk>/close/", closing.CloseView.as_view(), name="inspection-close"),
    path("<int:pk>/remind/", closing.RemindView.as_view(), name="inspection-remind"),
    path("look-backs/", look_back.CandidateListView.as_view(), name="look-back-list"),
    path("<int:pk>/look-back/", look_back.LookBackCreateView.as_view(), name="look-back-create"),
    path("interviews/", interviews.InterviewListView.as_view(), name="interview-list"),
    path("<int:pk>/interview/", interviews.InterviewCreateView.as_view(), name="interview-create"),
    path("interviews/<int:pk>/", interviews.InterviewDetailView.as_view(),
         name="interview-detail"),
    path("interviews/<int:pk>/notice/", interviews.DraftNoticeView.as_view(),
         name="interview-notice"),
    path("interviews/<int:pk>/hold/", interviews.HoldView.as_view(), name="interview-hold"),
    path("interviews/<int:pk>/order/", interviews.DraftOrderView.as_view(),
         name="interview-order"),
    path("interviews/<int:pk>/sign/", interviews.SignView.as_view(), name="interview-sign"),
    path("interviews/<int:pk>/refuse/", interviews.RefuseView.as_view(),
         name="interview-refuse"),
    path("interviews/commitments/<int:pk>/check/", interviews.CheckCommitmentView.as_view(),
         name="interview-commitment-check"),
    path("<int:pk>/inquire/", escalation.EscalateView.as_view(step="inquiry"),
         name="inspection-inquire"),
    path("<int:pk>/circular/", escalation.EscalateView.as_view(step="circular"),
         name="inspection-circular"),
    path("<int:pk>/to-lead/", escalation.EscalateView.as_view(step="lead"),
         name="inspection-to-lead"),
    path("exemplaries/", exemplary.ExemplaryListView.as_view(), name="exemplary-list"),
    path("<int:pk>/nominate/", exemplary.NominateView.as_view(), name="exemplary-nominate"),
    path("exemplaries/<int:pk>/", exemplary.ExemplaryDetailView.as_view(),
         name="exemplary-detail"),
    path("exemplaries/<int:pk>/decide/", exemplary.DecideView.as_view(), name="exemplary-decide"),
    path("exemplaries/<int:pk>/decline/", exemplary.DeclineView.as_view(),
         name="exemplary-decline"),
    path("exemplaries/consents/<int:pk>/enter/", exemplary.EnterConsentView.as_view(),
         name="exemplary-consent-enter"),
    path("exemplaries/consents/<int:pk>/withdraw/", exemplary.EnterWithdrawalView.as_view(),
         name="exemplary-consent-withdraw"),
    path("portal/consents/<int:pk>/", portal_consent.PortalConsentView.as_view(),
         name="portal-consent"),
    path("portal/<int:pk>/", portal.PortalInspectionView.as_view(), name="portal-inspection"),
    path("portal/findings/<int:pk>/", portal.PortalReplyView.as_view(),
         name="portal-finding-reply"),
    path("portal/findings/<int:pk>/ask/", questions.AskView.as_view(), name="portal-finding-ask"),
]
# fmt: on
