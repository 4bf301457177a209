"""Addresses of 专项检查（上级）: the campaign, and one bureau's part in it."""

from django.urls import path

from inspections.views import campaign_acts, campaign_parts, campaign_tables, campaigns

# fmt: off
urlpatterns = [
    path("campaigns/", campaigns.CampaignListView.as_view(), name="campaign-list"),
    path("campaigns/new/", campaign_acts.CampaignCreateView.as_view(), name="campaign-create"),
    path("campaigns/enter/", campaign_acts.CampaignEnterView.as_view(), name="campaign-enter"),
    path("campaigns/<int:pk>/", campaigns.CampaignDetailView.as_view(), name="campaign-detail"),
    path("campaigns/<int:pk>/edit/", campaign_acts.CampaignEditView.as_view(),
         name="campaign-edit"),
    path("campaigns/<int:pk>/submit/", campaign_acts.SubmitView.as_view(), name="campaign-submit"),
    path("campaigns/<int:pk>/return/", campaign_acts.ReturnView.as_view(), name="campaign-return"),
    path("campaigns/<int:pk>/issue/", campaign_acts.IssueView.as_view(), name="campaign-issue"),
    path("campaigns/<int:pk>/discard/", campaign_acts.DiscardView.as_view(),
         name="campaign-discard"),
    path("campaigns/<int:pk>/extend/", campaign_acts.ExtendView.as_view(),
         name="campaign-extend"),
    path("campaigns/<int:pk>/close/", campaign_acts.CloseView.as_view(), name="campaign-close"),
    path("campaigns/<int:pk>/withdraw/", campaign_acts.WithdrawView.as_view(),
         name="campaign-withdraw"),
    path("campaigns/<int:pk>/export/", campaigns.CampaignExportView.as_view(),
         name="campaign-export"),
    path("campaign-parts/<int:pk>/", campaign_tables.PartDetailView.as_view(),
         name="campaign-part"),
    path("campaign-parts/<int:pk>/export/", campaign_tables.PartExportView.as_view(),
         name="campaign-part-export"),
    path("campaign-parts/<int:pk>/pdf/", campaign_tables.PartPdfView.as_view(),
         name="campaign-part-pdf"),
    path("campaign-parts/<int:pk>/figures/<slug:key>/", campaign_tables.FigureView.as_view(),
         name="campaign-part-figure"),
    path("campaign-parts/<int:pk>/units/", campaign_parts.UnitsView.as_view(),
         name="campaign-part-units"),
    path("campaign-units/<int:pk>/remove/", campaign_parts.UnitRemoveView.as_view(),
         name="campaign-unit-remove"),
    path("campaign-parts/<int:pk>/write/", campaign_parts.WriteView.as_view(),
         name="campaign-part-write"),
    path("campaign-parts/<int:pk>/submit/", campaign_parts.SubmitTableView.as_view(),
         name="campaign-part-submit"),
    path("campaign-parts/<int:pk>/return/", campaign_parts.ReturnTableView.as_view(),
         name="campaign-part-return"),
    path("campaign-parts/<int:pk>/send/", campaign_parts.SendView.as_view(),
         name="campaign-part-send"),
    path("campaign-parts/<int:pk>/send-back/", campaign_parts.SendBackView.as_view(),
         name="campaign-part-send-back"),
    path("campaign-parts/<int:pk>/accept/", campaign_parts.AcceptView.as_view(),
         name="campaign-part-accept"),
    path("campaign-parts/<int:pk>/urge/", campaign_parts.UrgeView.as_view(),
         name="campaign-part-urge"),
]
# fmt: on
