"""One address: a list of 25 parties for whoever is signed in."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.urls import path

from archives_enforcement.accounts.models import Party

ROWS = 25


@login_required
def floor(request):
    return render(request, "floor.html", {"rows": Party.objects.order_by("pk")[:ROWS]})


urlpatterns = [path("floor/", floor)]
