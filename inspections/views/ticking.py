"""Many units of a long list, searched by name and ticked."""

from archives_enforcement.whole_numbers import is_key
from inspections.queries.search import unit_like

SHOWN = 100


class TickedUnits:
    """For a page whose form has `units`: looking for others loses neither ticks nor the rest."""

    def selectable(self):
        """The units to choose from."""
        raise NotImplementedError

    def post(self, request, *args, **kwargs):
        if "find" not in request.POST:
            return super().post(request, *args, **kwargs)
        return self.render_to_response(self.get_context_data(form=self.kept()))

    def kept(self):
        """The form as it is filled in, not judged yet."""
        form = self.form_class(**self.get_form_kwargs() | {"data": None, "files": None})
        sent = self.request.POST
        form.initial |= {name: sent[name] for name in form.fields if name in sent}
        form.initial["units"] = sent.getlist("units")
        return form

    def get_context_data(self, **kwargs):
        """Those ticked stand first, whatever is looked for."""
        form = kwargs["form"] = kwargs.get("form") or self.get_form()
        chosen = {int(key) for key in form["units"].value() or () if is_key(str(key))}
        text = self.request.POST.get("q", self.request.GET.get("q", "")).replace("\0", "")
        units = self.selectable()
        found = list(units.filter(unit_like(text)).exclude(pk__in=chosen)[: SHOWN + 1])
        return super().get_context_data(
            units=[*units.filter(pk__in=chosen), *found[:SHOWN]],
            more=len(found) > SHOWN,
            shown=SHOWN,
            chosen=chosen,
            text=text,
            **kwargs,
        )
