"""同一份表单只办一次: a form sent twice is done once, and both sends lead to the same page.

Every page gives its forms a CSRF token that is masked anew, so token, address and content together
tell one filled form from all others. The act writes them down in its own transaction
(`sending.before_the_act`): of two that come at once the second waits and is refused by the table.
Requests of scripts are left out; they have ways of their own to be sent twice (uuids, offsets).
"""

import time
from contextlib import suppress
from datetime import timedelta
from hashlib import sha256

from django.contrib import messages
from django.db import DatabaseError, IntegrityError
from django.http import HttpResponseRedirect, UnreadablePostError
from django.utils import timezone

from archives_enforcement import sending
from archives_enforcement.accounts.models import SentForm
from archives_enforcement.workflow import Refused

MARK = "csrfmiddlewaretoken"  # of one showing of a page
LASTS = timedelta(days=2)
PATIENCE, STEP = 2.0, 0.05  # seconds: how long the first is waited for to say where it leads
ALREADY = "这份表单刚才已经提交过，没有重复办理。请打开记录核对；确实要再办一次的，再提交一次。"
LED = "这份表单刚才已经提交过，没有重复办理。下面是办理的结果。"


class AlreadySent(Refused):
    """The same form with the same content has been done."""


class SentAgain(HttpResponseRedirect):
    """To the page where the first send led."""

    status_code = 303


class Sending:
    """One form as it was sent."""

    def __init__(self, request, key: str):
        self.request, self.key, self.repeated = request, key, False

    def claim(self) -> None:
        """Write down, in the transaction of the act, that it is done; AlreadySent if it was."""
        user = self.request.user
        try:
            SentForm.objects.create(
                key=self.key,
                user=user if user.is_authenticated else None,
                sent_at=timezone.now(),
            )
        except IntegrityError:
            self.repeated = True
            raise AlreadySent(ALREADY) from None

    def led_to(self) -> str:
        """Where the first send of it led; empty while nobody knows."""
        rows = SentForm.objects.filter(key=self.key).exclude(result="")
        return rows.values_list("result", flat=True).first() or ""

    def waited_for(self) -> str:
        end = time.monotonic() + PATIENCE
        while not (place := self.led_to()) and time.monotonic() < end:
            time.sleep(STEP)
        return place

    def answer(self, response):
        """What the person gets: his own answer, or that of the first send."""
        if self.repeated:
            place = self.waited_for()
        elif response.status_code == HttpResponseRedirect.status_code:
            # What a cookie hands over is for the first answer alone: the second gets the sentence.
            place = "" if response.cookies else self._note(result=response.url)
        elif response.headers.get("Content-Disposition", "").startswith("attachment"):
            place = self._forget()  # the page stays open for the next download
        else:
            place = self.led_to() if response.status_code >= 400 else ""
        return self.again(place) if place else response

    def again(self, place: str):
        messages.info(self.request, LED)
        return SentAgain(place)

    def _note(self, **facts) -> str:
        with suppress(DatabaseError):  # the act is done, whether this is known or not
            SentForm.objects.filter(key=self.key).update(**facts)
        return ""

    def _forget(self) -> str:
        SentForm.objects.filter(key=self.key).delete()
        return ""


class SentOnce:
    """Middleware: stands behind those that know the person."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.sending = sent = _sending(request)
        if sent is None:
            return self.get_response(request)
        if place := sent.led_to():
            return sent.again(place)
        with sending.before_the_act(sent.claim):
            response = self.get_response(request)
        return sent.answer(response)

    def process_exception(self, request, exception):
        """A page that does not show refusals: `answer` puts the first one's result in its place."""
        if isinstance(exception, AlreadySent):
            return SentAgain(request.path)
        return None


def _sending(request) -> Sending | None:
    """What a browser sent from a form; None for anything else."""
    by_script = "HX-Request" in request.headers
    if (
        request.method != "POST"
        or by_script
        or "text/html" not in request.headers.get("Accept", "")
    ):
        return None
    try:
        token = request.POST.get(MARK)
    except UnreadablePostError:  # the line broke: Django refuses it with the token
        return None
    return Sending(request, _key(request, token)) if token else None


def _key(request, token: str) -> str:
    typed = sorted((name, values) for name, values in request.POST.lists() if name != MARK)
    files = sorted(
        (name, [(file.name, file.size) for file in request.FILES.getlist(name)])
        for name in request.FILES
    )
    whole = repr((request.user.pk, request.get_full_path(), token, typed, files))
    return sha256(whole.encode(errors="backslashreplace")).hexdigest()


def forget_old() -> None:
    SentForm.objects.filter(sent_at__lt=timezone.now() - LASTS).delete()
