"""What every public page shares: no sign-in, and an answer that a browser or proxy may keep."""

from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.utils.cache import patch_cache_control
from django.utils.decorators import method_decorator
from django.views.decorators.http import conditional_page

FRESH = 60  # seconds: no longer may a withdrawn page be read from somewhere else


def _kept(view):
    """Let the answer be kept for FRESH seconds, then asked for again by its ETag.

    Who is signed in gets what nobody else may keep (SecurityHeaders).
    """

    @wraps(view)
    def answer(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        if not request.user.is_authenticated:
            patch_cache_control(response, public=True, max_age=FRESH, must_revalidate=True)
        return response

    return answer


open_to_all = method_decorator([login_not_required, conditional_page, _kept], name="dispatch")
