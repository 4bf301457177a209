"""Forms of 普法宣传."""

from django import forms
from django.utils import timezone

from archives_enforcement.forms import ActForm, EvidenceField
from publicity.models import Activity, MediaRecord, OutreachItem
from publicity.queries import outreach as plans

TEXT = forms.Textarea(attrs={"rows": 3})


class ActivityForm(ActForm):
    item = forms.ModelChoiceField(
        OutreachItem.objects.none(), label="计划项目", required=False, empty_label="计划外的活动"
    )
    kind = forms.ChoiceField(label="形式", choices=Activity.Kind.choices)
    title = forms.CharField(label="名称", max_length=200)
    held_on = forms.DateField(label="日期", initial=timezone.localdate)
    place = forms.CharField(label="地点", max_length=200, required=False)
    partners = forms.CharField(
        label="联合单位", max_length=200, required=False, help_text="如教育局、街道、档案馆。"
    )
    audience = forms.IntegerField(label="参加人数", min_value=0, required=False)
    series = forms.CharField(
        label="系列", max_length=60, required=False, help_text="成系列的活动写系列名称。"
    )
    reach = forms.IntegerField(
        label="浏览、观看次数",
        min_value=0,
        required=False,
        help_text="网上展览、短视频等在线活动填写。",
    )
    link = forms.URLField(label="报道或网页的链接", required=False, assume_scheme="https")
    note = forms.CharField(label="说明", required=False, widget=TEXT)
    result = forms.CharField(label="效果", required=False, widget=TEXT)
    photos = EvidenceField(label="照片", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        items = plans.open_items(self.actor)
        kept = self.initial.get("item")  # of a plan that may have been summed up since
        if kept and not items.filter(pk=kept).exists():
            items = OutreachItem.objects.visible_to(self.actor).filter(pk=kept)
        self.fields["item"].queryset = items


class ArticleForm(ActForm):
    series = forms.CharField(label="系列", max_length=60, help_text="如“兰台风采”。")
    title = forms.CharField(label="标题", max_length=200)
    published_on = forms.DateField(label="发布日期", initial=timezone.localdate)
    channel = forms.CharField(label="发布渠道", max_length=100, help_text="如微信公众号名称。")
    link = forms.URLField(label="链接", required=False, assume_scheme="https")


class MediaForm(ActForm):
    kind = forms.ChoiceField(label="种类", choices=MediaRecord.Kind.choices)
    outlet = forms.CharField(label="刊载单位", max_length=100, help_text="媒体或者简报的名称。")
    title = forms.CharField(label="标题", max_length=200)
    published_on = forms.DateField(label="刊载日期", initial=timezone.localdate)
    link = forms.URLField(label="链接", required=False, assume_scheme="https")
    clipping = EvidenceField(
        label="剪报、截图", required=False, help_text="扫描件、照片或者网页截图，可以选多个。"
    )


REASON = {"label": "更正的原因", "max_length": 300, "widget": TEXT}


class AmendActivityForm(ActivityForm):
    reason = forms.CharField(**REASON)


class AmendArticleForm(ArticleForm):
    reason = forms.CharField(**REASON)


class AmendMediaForm(MediaForm):
    reason = forms.CharField(**REASON)


class StrikeForm(ActForm):
    reason = forms.CharField(
        label="作废的原因", max_length=300, widget=TEXT, help_text="如重复登记、登记错误。"
    )
