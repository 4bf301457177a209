from django.urls import path

from archives_enforcement.accounts.views import second_factor, staff, unit_people

app_name = "accounts"
urlpatterns = [
    path("identity/", staff.BureauIdentityView.as_view(), name="bureau-identity"),
    path("officers/", staff.OfficerListView.as_view(), name="officer-list"),
    path("deputations/", staff.DeputationListView.as_view(), name="deputation-list"),
    path("deputations/new/", staff.DeputationCreateView.as_view(), name="deputation-create"),
    path("deputations/<int:pk>/end/", staff.DeputationEndView.as_view(), name="deputation-end"),
    path("second-factor/", second_factor.SetUpView.as_view(), name="second-factor"),
    path("second-factor/check/", second_factor.CheckView.as_view(), name="second-factor-check"),
    path("people/<int:pk>/", unit_people.PeopleView.as_view(), name="people"),
    path("people/<int:pk>/invite/", unit_people.InviteView.as_view(), name="person-invite"),
    path(
        "invitations/<int:pk>/revoke/",
        unit_people.RevokeInvitationView.as_view(),
        name="invitation-revoke",
    ),
    path("grants/<int:pk>/confirm/", unit_people.ConfirmView.as_view(), name="grant-confirm"),
    path("grants/<int:pk>/refuse/", unit_people.RefuseView.as_view(), name="grant-refuse"),
    path("grants/<int:pk>/post/", unit_people.PostView.as_view(), name="grant-post"),
    path("grants/<int:pk>/restore/", unit_people.RestoreView.as_view(), name="grant-restore"),
    path("grants/<int:pk>/end/", unit_people.EndView.as_view(), name="grant-end"),
]
