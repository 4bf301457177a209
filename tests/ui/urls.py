"""Addresses for the tests of the shell: most pages of the menu, on purpose not all of them."""

from django.http import HttpResponse
from django.urls import include, path


def page(request, **kwargs):
    return HttpResponse("页面")


def app(name, *names):
    """One app with a page per name."""
    return include(([path(f"{each}/", page, name=each) for each in names], name))


urlpatterns = [
    path("", page, name="home"),
    path("search/", page, name="search"),
    path("login/", page, name="login"),
    path("logout/", page, name="logout"),
    path("password/", page, name="password_change"),
    path("inspections/", app("inspections", "plan-list", "inspection-list", "inspection-detail")),
    path("penalties/", app("penalties", "case-list", "hearing-detail")),
    path("messages/", app("notifications", "message-list")),
    path("verify/", app("verification", "ask")),
    path("start/", app("entry", "ask")),
    path("tips/", app("tips", "send", "query")),
    path("public/", app("publicity", "public-list")),
    path("reports/", app("reports", "workbench")),
]
