"""Signing in and out, and whether one still is."""

from django.conf import settings
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.views import View

from archives_enforcement.accounts.passwords import why_change


class SignInView(LoginView):
    """Also tells somebody whose session has ended what became of his work."""

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            ended="ended" in self.request.GET,
            unsent="unsent" in self.request.GET,
            idle_minutes=settings.SESSION_IDLE_MINUTES,
            hours=settings.SESSION_HOURS,
            **kwargs,
        )


class PasswordView(PasswordChangeView):
    """Says why, to who was led here before he could go on."""

    def get_context_data(self, **kwargs):
        return super().get_context_data(why=why_change(self.request.user), **kwargs)


class SignOutView(LogoutView):
    """Sign-out also takes from the device what was kept there for work without network."""

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        response.headers["Clear-Site-Data"] = '"storage"'
        return response


class SessionView(View):
    """Asked by a page while somebody types, and before it sends a form (static/js/session.js).

    The answer keeps the session alive and brings the mark without which a form is refused: it
    changes with a sign-in in another window. Who is no longer signed in is sent to sign in.
    """

    def get(self, request):
        return JsonResponse({"csrf": get_token(request)})
