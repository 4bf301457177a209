"""Addresses of 执法公示 and of what officers show, for staff."""

from django.urls import path

from publicity.views import notice_acts as acts
from publicity.views import notices, officers
from publicity.views import results as rules
from publicity.views import withholdings as withheld

# fmt: off
urlpatterns = [
    path("notices/", notices.NoticeListView.as_view(), name="notice-list"),
    path("officers/<int:pk>/photo/", officers.OfficerPhotoView.as_view(), name="officer-photo"),
    path("inspections/<int:pk>/code/", officers.OfficerCodeView.as_view(), name="officer-code"),
    path("notices/new/<int:pk>/", acts.NoticeCreateView.as_view(), name="notice-create"),
    path("notices/<int:pk>/", notices.NoticeDetailView.as_view(), name="notice-detail"),
    path("notices/<int:pk>/edit/", acts.NoticeEditView.as_view(), name="notice-edit"),
    path("notices/<int:pk>/secrecy/", acts.NoticeSecrecyView.as_view(), name="notice-secrecy"),
    path("notices/<int:pk>/approve/", acts.NoticeApproveView.as_view(), name="notice-approve"),
    path("notices/<int:pk>/return/", acts.NoticeReturnView.as_view(), name="notice-return"),
    path("notices/<int:pk>/publish/", acts.NoticePublishView.as_view(), name="notice-publish"),
    path("notices/<int:pk>/change/", acts.NoticeChangeView.as_view(), name="notice-change"),
    path("notices/<int:pk>/repair/", acts.NoticeRepairView.as_view(), name="notice-repair"),
    path("notices/<int:pk>/withdraw/", acts.NoticeWithdrawView.as_view(),
         name="notice-withdraw"),
    path("notices/<int:pk>/progress/", acts.NoticeProgressView.as_view(),
         name="notice-progress"),
    path("notices/results/", rules.RuleListView.as_view(), name="result-rules"),
    path("notices/results/set/", rules.RuleSetView.as_view(), name="result-rule-set"),
    path("notices/withhold/<int:pk>/", withheld.WithholdingCreateView.as_view(),
         name="withholding-create"),
    path("withholdings/<int:pk>/", withheld.WithholdingDetailView.as_view(),
         name="withholding-detail"),
    path("withholdings/<int:pk>/decide/", withheld.WithholdingDecideView.as_view(),
         name="withholding-decide"),
    path("withholdings/<int:pk>/refuse/", withheld.WithholdingRefuseView.as_view(),
         name="withholding-refuse"),
    path("withholdings/<int:pk>/file/", withheld.WithholdingFileView.as_view(),
         name="withholding-file"),
    path("withholdings/<int:pk>/lift/", withheld.WithholdingLiftView.as_view(),
         name="withholding-lift"),
]
# fmt: on
