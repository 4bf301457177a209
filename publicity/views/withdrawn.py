"""The public address of what was withdrawn: when and why, and nothing of what stood there."""

from django.http import Http404
from django.urls import reverse


class OrWithdrawn:
    """A public page whose address goes on with the notice of withdrawal (410).

    `withdrawn_as` says what kind of thing it was, for its title may be what should not be read.
    """

    withdrawn_as = ""
    list_page = ""

    def withdrawn(self):
        """The rows whose public address tells of their withdrawal."""
        raise NotImplementedError

    def get(self, request, *args, **kwargs):
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            row = self.withdrawn().select_related("bureau").filter(pk=kwargs["pk"]).first()
            if row is None:
                raise
        context = {
            "what": self.withdrawn_as,
            "bureau_name": row.bureau.subject_name or row.bureau.name,
            "row": row,
            "list_url": reverse(self.list_page),
        }
        return self.response_class(request, "publicity/public_taken_back.html", context, status=410)
