"""Pages of 消息: everyone who signs in has his own messages and nobody else's."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.generic import View
from django.views.generic.detail import SingleObjectMixin

from archives_enforcement import views
from archives_enforcement.notifications.models import Message
from archives_enforcement.notifications.services import mark_read

EVERYONE = ()  # no post is needed: the scope of a message is its recipient
LIST = "notifications:message-list"


class MessageListView(views.ListView):
    """One's messages, newest first; a unit's people read them on their plain pages."""

    permission_required = EVERYONE
    template_name = "notifications/message_list.html"
    queryset = Message.objects.order_by("-pk")

    def get_context_data(self, **kwargs):
        user = self.request.user
        unread = Message.objects.visible_to(user).filter(read_at=None).count()
        return super().get_context_data(
            unread_count=unread, layout=views.layout_for(user), **kwargs
        )


class OpenView(views.Guarded, SingleObjectMixin, View):
    """Mark one message as read and go where it leads."""

    permission_required = EVERYONE
    model = Message
    http_method_names = ("post",)

    def post(self, request, *args, **kwargs):
        message = self.get_object()
        mark_read(Message.objects.filter(pk=message.pk))
        inside = url_has_allowed_host_and_scheme(message.url, allowed_hosts=None)
        return HttpResponseRedirect(message.url if inside else reverse(LIST))


class ReadAllView(views.Permitted, View):
    """Mark all of one's messages as read."""

    permission_required = EVERYONE
    http_method_names = ("post",)

    def post(self, request, *args, **kwargs):
        count = mark_read(Message.objects.visible_to(request.user))
        messages.success(request, f"{count} 条消息已标为已读。" if count else "没有未读的消息。")
        return HttpResponseRedirect(reverse(LIST))
