"""离线: taking a visit along, the one page that works without network, and what comes back."""

import json
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.http import Http404, JsonResponse
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone
from django.views.generic import View
from django.views.generic.detail import SingleObjectMixin

from archives_enforcement.views import Guarded, TemplateView
from archives_enforcement.workflow import Refused
from inspections import offline, offline_kinds
from inspections.forms.recording import PHRASES
from inspections.models import Inspection, OfflineBundle, PersonMet
from inspections.queries import offline as queries
from inspections.services import offline as services
from inspections.services.site_facts import METHODS

RECORD = "inspections.record_inspection"
UNREADABLE = "设备送来的内容不完整，没有保存。请刷新页面后再同步一次。"


class OfflineView(TemplateView):
    """The page kept on the device: a frame without data; the visit stands in the fragment."""

    permission_required = RECORD
    template_name = "inspections/offline.html"
    extra_context = {"methods": METHODS, "roles": PersonMet.Role.choices}


class PrepareView(Guarded, SingleObjectMixin, View):
    """POST gives out the bundle for this officer; 422 with the reason otherwise."""

    permission_required = RECORD
    queryset = Inspection.objects.select_related("bureau", "unit__party", "checklist", "origin")
    to_act = True
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        today = timezone.localdate()
        try:
            bundle, content = services.prepare(self.get_object(), actor=request.user, on=today)
        except ValidationError as refusal:
            return _refused(refusal)
        return JsonResponse(
            content
            | {
                "bundle": str(bundle.pk),
                "version": bundle.version,
                "issued": bundle.issued_at.isoformat(),
                "until": bundle.valid_until.isoformat(),
                "user": {"key": request.user.pk, "name": str(request.user)},
                "facts_seen": queries.facts_seen(bundle.inspection),
                "phrases": PHRASES,
                "url": reverse("inspections:offline-bundle", args=[bundle.pk]),
                "back": bundle.inspection.get_absolute_url(),
            }
        )


class BundleView(Guarded, SingleObjectMixin, View):
    """GET says whether the session still stands and gives its token; POST brings one act."""

    permission_required = RECORD
    queryset = OfflineBundle.objects.select_related("inspection__unit__party")
    to_act = True
    http_method_names = ["get", "post"]

    def get(self, request, *args, **kwargs):
        bundle = self.get_object()
        return JsonResponse({"token": get_token(request), "bundle": str(bundle.pk)})

    def post(self, request, *args, **kwargs):
        bundle = self.get_object()
        try:
            answer = offline.receive(bundle, actor=request.user, sent=_sent(request))
        except offline_kinds.Conflict as conflict:
            return JsonResponse({"status": "conflict", "theirs": conflict.theirs}, status=409)
        except offline.Resend:
            return JsonResponse({"status": "resend"}, status=422)
        except (ValidationError, PermissionDenied) as refusal:
            return _refused(refusal)
        except ObjectDoesNotExist as error:
            raise Http404 from error
        return JsonResponse({"status": "done", **answer})


def _refused(refusal) -> JsonResponse:
    messages = getattr(refusal, "messages", None) or [str(refusal)]
    return JsonResponse({"status": "refused", "why": " ".join(messages)}, status=422)


def _sent(request) -> offline_kinds.Sent:
    """The act in a request: JSON in the field `act`, its file beside it."""
    try:
        act = _read(request.POST.get("act", ""))
        at = datetime.fromisoformat(act["at"])
        found = offline_kinds.Sent(
            UUID(act["uuid"]), str(act["kind"]), at, str(act.get("seen", "")), act["data"],
            request.FILES.get("file"), str(act.get("sha256", "")),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Refused(UNREADABLE) from error
    if not isinstance(found.data, dict) or timezone.is_naive(at) or not 1949 < at.year < 2100:
        raise Refused(UNREADABLE)
    return found


def _read(text: str) -> dict:
    """The JSON; ValueError where its words hold what no database keeps: NUL, half characters."""
    act = json.loads(text)
    words = json.dumps(act, ensure_ascii=False)
    words.encode()  # half a character has no code: UnicodeEncodeError is a ValueError
    if r"\u0000" in words:
        raise ValueError("NUL")
    return act
