"""Addresses of checks until they begin, and of the observers' invitations."""

from django.urls import path

from inspections.views import (
    calendar,
    handing_over,
    invitations,
    measures,
    scheduling,
    teams,
    urgent,
    visit_acts,
    visits,
)

# fmt: off
urlpatterns = [
    path("", visits.InspectionListView.as_view(), name="inspection-list"),
    path("calendar/", visits.CalendarView.as_view(), name="calendar"),
    path("calendar/times/", calendar.UsualTimeView.as_view(), name="calendar-times"),
    path("calendar/leaves/", calendar.LeaveListView.as_view(), name="calendar-leaves"),
    path("calendar/leaves/new/", calendar.LeaveCreateView.as_view(), name="calendar-leave-create"),
    path("calendar/leaves/<int:pk>/cancel/", calendar.LeaveCancelView.as_view(),
         name="calendar-leave-cancel"),
    path("pick/", scheduling.InspectionPickView.as_view(), name="inspection-pick"),
    path("new/", scheduling.InspectionCreateView.as_view(), name="inspection-create"),
    path("hand-over/", handing_over.HandOverView.as_view(), name="inspection-hand-over"),
    path("<int:pk>/", visits.InspectionDetailView.as_view(), name="inspection-detail"),
    path("<int:pk>/trail/", visits.InspectionTrailView.as_view(), name="inspection-trail"),
    path("<int:pk>/edit/", scheduling.InspectionEditView.as_view(), name="inspection-edit"),
    path("<int:pk>/team/", teams.InspectionTeamView.as_view(), name="inspection-team"),
    path("<int:pk>/observers/", teams.InspectionObserversView.as_view(),
         name="inspection-observers"),
    path("<int:pk>/attendance/", teams.InspectionAttendanceView.as_view(),
         name="inspection-attendance"),
    path("<int:pk>/submit/", visit_acts.InspectionSubmitView.as_view(), name="inspection-submit"),
    path("<int:pk>/approve/", visit_acts.InspectionApproveView.as_view(),
         name="inspection-approve"),
    path("<int:pk>/urgent/", urgent.InspectionGoUrgentlyView.as_view(),
         name="inspection-go-urgently"),
    path("<int:pk>/approve-afterwards/", urgent.InspectionApproveAfterwardsView.as_view(),
         name="inspection-approve-afterwards"),
    path("<int:pk>/return/", visit_acts.InspectionReturnView.as_view(), name="inspection-return"),
    path("<int:pk>/cancel/", visit_acts.InspectionCancelView.as_view(), name="inspection-cancel"),
    path("<int:pk>/notice/", visit_acts.NoticeDraftView.as_view(), name="notice-draft"),
    path("<int:pk>/order-orally/", measures.OralOrderView.as_view(),
         name="inspection-order-orally"),
    path("<int:pk>/report-to-others/", measures.ReportToOthersView.as_view(),
         name="inspection-report-to-others"),
    path("reports/<int:pk>/receipt/", measures.ReceiptView.as_view(),
         name="inspection-report-receipt"),
    path("invitations/", invitations.InvitationListView.as_view(), name="invitation-list"),
    path("invitations/<int:pk>/", invitations.InvitationDetailView.as_view(),
         name="invitation-detail"),
    path("invitations/<int:pk>/pledge/", invitations.PledgeView.as_view(),
         name="invitation-pledge"),
]
# fmt: on
