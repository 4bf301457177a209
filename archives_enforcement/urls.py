"""The table of addresses; apps are named by string."""

from django.contrib import admin
from django.contrib.auth import views as auth_views
from django.urls import include, path

from archives_enforcement.accounts.views.entrance import (
    PasswordView,
    SessionView,
    SignInView,
    SignOutView,
)

handler500 = "archives_enforcement.failures.server_error"
admin.site.site_header = admin.site.site_title = "档案行政执法系统　管理后台"
admin.site.index_title = "基础数据"

urlpatterns = [
    path("", include("reports.urls")),
    path("accounts/", include("archives_enforcement.accounts.urls")),
    path("join/", include("archives_enforcement.accounts.joining_urls")),
    path("audit/", include("archives_enforcement.audit.urls")),
    path("documents/", include("archives_enforcement.documents.urls")),
    path("start/", include("archives_enforcement.documents.entry_urls")),
    path("verify/", include("archives_enforcement.documents.verification_urls")),
    path("case-files/", include("archives_enforcement.archiving.urls")),
    path("files/", include("archives_enforcement.files.urls")),
    path("deadlines/", include("archives_enforcement.workdays.urls")),
    path("messages/", include("archives_enforcement.notifications.urls")),
    path("units/", include("units.urls")),
    path("inspections/", include("inspections.urls")),
    path("penalties/", include("penalties.urls")),
    path("supervision/", include("supervision.urls")),
    path("tips/", include("inspections.tip_urls")),
    path("officer/", include("publicity.officer_urls")),
    path("publicity/", include("publicity.urls")),
    path("login/", SignInView.as_view(), name="login"),
    path("session/", SessionView.as_view(), name="session"),
    path("logout/", SignOutView.as_view(), name="logout"),
    path("password/", PasswordView.as_view(), name="password_change"),
    path(
        "password/done/", auth_views.PasswordChangeDoneView.as_view(), name="password_change_done"
    ),
    path("admin/", admin.site.urls),
]
