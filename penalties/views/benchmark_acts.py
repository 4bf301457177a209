"""Pages of the acts on a benchmark."""

from django.http import Http404
from django.utils import timezone

from archives_enforcement.forms import ActForm, WithdrawForm
from archives_enforcement.views import ActView
from archives_enforcement.workflow import Act
from penalties import benchmark_guards, discretion
from penalties.forms import benchmarks as forms
from penalties.models import Benchmark
from penalties.queries import benchmarks as queries
from penalties.services import benchmarks as services
from penalties.views.benchmarks import BENCHMARKS, crumbs_of
from penalties.workflow import BENCHMARK_FLOW

LISTED = 3  # times of the repeat rule that the page names


class BenchmarkActView(ActView):
    """An act on a benchmark: the page names it, one service does it."""

    permission_required = services.DRAFT
    template_name = "penalties/benchmark_act.html"
    queryset = BENCHMARKS
    form_class = ActForm
    title = ""
    explanation = ""
    consequences = ()
    writes = True  # into the draft

    def get_context_data(self, **kwargs):
        context = {
            "title": self.title,
            "benchmark": self.object,
            "crumbs": crumbs_of(self.object, self.title),
            "cancel_url": self.object.get_absolute_url(),
            "submit_label": self.title,
            "explanation": self.explanation,
            "consequences": self.consequences,
            "why_not": self.closed if self.writes else "",
        }
        return super().get_context_data(**(context | kwargs))

    @property
    def closed(self) -> str:
        """Why the page has nothing to write to; empty while the version is a draft."""
        if self.object.state == Benchmark.State.DRAFT:
            return ""
        state = self.object.get_state_display()
        return f"这个版本的状态是“{state}”，内容不再改动；要修改的，请起草新版本。"

    def by(self, form) -> dict:
        return {"actor": self.request.user, "on": self.act_date(form)}

    @property
    def scheme(self) -> discretion.Scheme:
        return discretion.read_scheme(self.object.document)


class CopyView(BenchmarkActView):
    """A version as a copy of another, also of the sample."""

    to_act = writes = False
    form_class = forms.HeadForm
    title = "起草新版本"
    success_message = "草稿已经生成，请逐项核对修改。"
    explanation = (
        "内容全部复制到新的草稿；公布以前可以修改，公布后代替原版本，已经确定的案件不受影响。"
    )

    def get_initial(self):
        base = self.object
        if base.is_sample:
            return {"title": "档案行政处罚裁量权基准", "level": base.level}
        return {name: getattr(base, name) for name in services.HEAD if name != "version"}

    def perform(self, form):
        head = {name: form.cleaned_data[name] for name in services.HEAD}
        return services.draft(self.object, **self.by(form), **head)

    def get_success_url(self):
        return self.result.get_absolute_url()


class HeadView(BenchmarkActView):
    form_class = forms.WrittenHeadForm
    title = "修改基本信息"
    success_message = "基本信息已修改。"

    def get_initial(self):
        return {name: getattr(self.object, name) for name in (*services.HEAD, "valid_to")}

    def perform(self, form):
        head = {name: form.cleaned_data[name] for name in (*services.HEAD, "valid_to")}
        return services.write_head(self.object, **self.by(form), **head)


class RulesView(BenchmarkActView):
    form_class = forms.RulesForm
    title = "修改通则"
    success_message = "通则已修改，请看校验结果。"
    explanation = "已列明各档的幅度不会随分档规则改变，需要重新分档的请逐个幅度修改。"

    def get_initial(self):
        scheme = self.scheme
        initial = {"model": scheme.model, **scheme.conventions._asdict()}
        for name in ("code", "lower_percent", "upper_percent", "steps"):
            initial[name] = getattr(scheme.rule_set, name)
        if scheme.weights:
            initial["start_percent"] = scheme.weights.start
        if scheme.repeat:
            effects = dict(scheme.repeat.steps)
            initial |= {"years": scheme.repeat.years, "criterion": scheme.repeat.criterion}
            initial |= {"second": effects.get(2, ""), "third": effects.get(3, "")}
        return initial

    def get_form_kwargs(self):
        steps = (self.object.content.get("repeat") or {}).get("steps", [])
        return super().get_form_kwargs() | {"later": [it for it in steps if it["times"] > LISTED]}

    def perform(self, form):
        return services.write_rules(self.object, **self.by(form), **form.rules)


class PartView(BenchmarkActView):
    """A page about one part of the content, named in its address; 404 where there is none."""

    def dispatch(self, request, *args, **kwargs):
        self.key = kwargs["key"]
        return super().dispatch(request, *args, **kwargs)

    def part_of(self, parts: dict):
        if self.key not in parts:
            raise Http404
        return parts[self.key]


class BandsView(PartView):
    form_class = forms.BandsForm
    title = "修改分档"
    success_message = "分档已修改，请看校验结果。"

    @property
    def range(self):
        found = self.part_of(self.scheme.ranges)
        if found.maximum is None:
            raise Http404  # multiples and open ranges have no bands to type
        return found

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"found": self.range}

    def get_initial(self):
        low, middle, *_ = self.scheme.bands_of(self.range)
        side = {True: "lighter", False: "heavier"}
        return {
            "ruled": not self.range.listed,
            "first": low.upper,
            "first_end": side[low.upper_included],
            "second": middle.upper,
            "second_end": side[middle.upper_included],
        }

    def get_context_data(self, **kwargs):
        found = self.range
        told = f"法定幅度 {found.minimum:,} 元至 {found.maximum:,} 元（{found.key}）。"
        return super().get_context_data(explanation=told, **kwargs)

    def perform(self, form):
        return services.write_bands(self.object, **self.by(form), key=self.key, bands=form.bands)


class TierView(PartView):
    form_class = forms.TierForm
    title = "修改档次"
    success_message = "档次已修改，请看校验结果。"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"code": self.key}

    def get_initial(self):
        tier = self.part_of(self.scheme.tiers)
        return {
            "title": tier.title,
            "criteria": "\n".join(tier.criteria),
            "requires": "\n".join(tier.requires),
            "floor_percent": tier.floor_percent,
        }

    def get_context_data(self, **kwargs):
        tier = self.part_of(self.scheme.tiers)
        return super().get_context_data(explanation=f"{tier.code} {tier.title}", **kwargs)

    def perform(self, form):
        self.part_of(self.scheme.tiers)
        return services.write_tier(self.object, **self.by(form), code=self.key, **form.facts)


class PublishView(BenchmarkActView):
    permission_required = services.PUBLISH
    form_class = forms.PublishForm
    title = "公布"

    def get_initial(self):
        return {"valid_from": timezone.localdate()}

    def get_context_data(self, **kwargs):
        found = queries.findings(self.object) if not self.closed else []
        why = BENCHMARK_FLOW.why_not(self.object, "publish", self.about_to())
        return super().get_context_data(
            consequences=self.what_follows(),
            why_not=why or benchmark_guards.told(found),
            findings=found,
            **kwargs,
        )

    def about_to(self):
        return Act(self.request.user, timezone.localdate(), services.PUBLISH)

    def what_follows(self) -> list[str]:
        found = ["公布后内容不能再改；要修改的，起草新版本。已经确定的案件仍按当时的记录。"]
        found += [
            f"“{before}”到新版本施行的前一天为止。"
            for before in queries.replaced_by(self.object, timezone.localdate())
        ]
        found.append("裁量基准应当向社会公布（行政处罚法第三十四条），请同时在本机关网站公布。")
        return found

    def perform(self, form):
        valid_from = form.cleaned_data["valid_from"]
        return services.publish(self.object, **self.by(form), valid_from=valid_from)

    def get_success_message(self):
        return f"“{self.result}”已公布。"


class EndView(BenchmarkActView):
    permission_required = services.PUBLISH
    form_class = forms.EndForm
    writes = False
    title = "写明失效日期"
    success_message = "失效日期已写明。"
    explanation = "失效以后没有新版本的，案件改按登记的上级基准，没有的按示例。"

    def get_initial(self):
        return {"valid_to": self.object.valid_to}

    def perform(self, form):
        valid_to = form.cleaned_data["valid_to"]
        return services.end_validity(self.object, **self.by(form), valid_to=valid_to)


class WithdrawView(BenchmarkActView):
    permission_required = services.PUBLISH
    form_class = WithdrawForm
    writes = False
    title = "撤回公布"
    success_message = "已撤回，理由已公开。"
    explanation = "用于误公布的版本；要换新版本的，直接起草、公布新版本，原版本自动失效。"

    def get_context_data(self, **kwargs):
        return super().get_context_data(consequences=self.what_follows(), **kwargs)

    def what_follows(self) -> list[str]:
        found = [
            "公开页面不再显示内容，只显示撤回的日期和理由；没有作出决定的案件不再适用这个版本。"
        ]
        found += [f"“{before}”继续施行。" for before in queries.ended_for(self.object)]
        found.append("已经按这个版本作出的处罚决定不因此失效；确有错误的，依法另行变更或者撤销。")
        return found

    def perform(self, form):
        reason = form.cleaned_data["reason"]
        return services.withdraw(self.object, **self.by(form), reason=reason)


class DiscardView(BenchmarkActView):
    title = "放弃草稿"
    success_message = "草稿已放弃。"
    explanation = "草稿不再列出，不能恢复；已公布的版本不受影响。"

    def perform(self, form):
        return services.discard(self.object, **self.by(form))

    def get_success_url(self):
        return crumbs_of(self.object)[0].url
