"""Which models belong to somebody, by hand; and that each says to whom."""

import pytest
from django.apps import apps
from django.db import models

from archives_enforcement.access import ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models import Bureau, Party, User

OURS = (
    "audit", "accounts", "jobs", "files", "legislation", "workdays", "notifications", "documents",
    "archiving",    "units", "inspections", "penalties", "supervision", "publicity", "reports",
)  # fmt: skip

# Model → the way to its bureau, to its party, to its person; "" where there is none.
SCOPED = {
    "accounts.Bureau": ("pk", "", ""),
    "accounts.Party": ("bureau", "pk", ""),
    "accounts.Certificate": ("user__bureau", "", ""),
    "accounts.Deputation": ("bureau", "", ""),
    "accounts.FormerPassword": ("", "", "user"),
    "accounts.Grant": ("party__bureau", "party", ""),
    "accounts.UnitInvitation": ("party__bureau", "party", ""),
    "accounts.SecondFactor": ("", "", "user"),
    "accounts.SentForm": ("", "", "user"),
    "accounts.Unsent": ("", "", "user"),
    "jobs.Job": ("bureau", "", ""),
    "files.Upload": ("", "", "user"),
    "files.StoredFile": ("bureau", "party", ""),
    "workdays.Deadline": ("bureau", "party", ""),
    "workdays.Exclusion": ("deadline__bureau", "", ""),
    "workdays.Extension": ("deadline__bureau", "", ""),
    "workdays.LocalTerm": ("bureau", "", ""),
    "notifications.Message": ("", "", "recipient"),
    "documents.NumberSequence": ("bureau", "", ""),
    "documents.Document": ("bureau", "party", ""),
    "documents.Seal": ("bureau", "", ""),
    "documents.Batch": ("bureau", "", ""),
    "documents.Delivery": ("document__bureau", "party", ""),
    "documents.AccessCode": ("delivery__document__bureau", "", ""),
    "documents.DeliveryAttempt": ("delivery__document__bureau", "", ""),
    "documents.SignedScan": ("document__bureau", "", ""),
    "documents.Answer": ("document__bureau", "", ""),
    "documents.WrittenAnswer": ("document__bureau", "document__party", ""),
    "documents.AddressConfirmation": ("bureau", "party", ""),
    "archiving.CaseFile": ("bureau", "", ""),
    "archiving.Bound": ("case_file__bureau", "", ""),
    "archiving.RecordSheet": ("case_file__bureau", "", ""),
    "units.Unit": ("party__bureau", "party", ""),
    "units.Holdings": ("unit__party__bureau", "", ""),
    "units.FormerName": ("unit__party__bureau", "", ""),
    "units.Succession": ("predecessor__party__bureau", "", ""),
    "units.Listing": ("unit__party__bureau", "", ""),
    "units.UnitImport": ("bureau", "", ""),
    "reports.HistoryImport": ("bureau", "", ""),
    "reports.PastCheck": ("bureau", "", ""),
    "reports.PastFinding": ("check_on_paper__bureau", "", ""),
    "units.ContactPerson": ("unit__party__bureau", "", ""),
    "inspections.AssessmentRule": ("bureau", "", ""),
    "inspections.SafetyEvaluation": ("unit__party__bureau", "", ""),
    "inspections.Assessment": ("bureau", "", ""),
    "inspections.AssessmentResult": ("assessment__bureau", "unit__party", ""),
    "inspections.Appeal": ("result__assessment__bureau", "result__unit__party", ""),
    "inspections.ReportRule": ("bureau", "", ""),
    "inspections.SelfForm": ("bureau", "", ""),
    "inspections.SelfQuestion": ("form__bureau", "", ""),
    "inspections.SelfInspection": ("bureau", "", ""),
    "inspections.SelfReport": ("self_inspection__bureau", "unit__party", ""),
    "inspections.SelfSubmission": ("report__self_inspection__bureau", "report__unit__party", ""),
    "inspections.SelfReminder": ("report__self_inspection__bureau", "", ""),
    "inspections.SelfUrge": ("report__self_inspection__bureau", "", ""),
    "inspections.SpotDraw": ("self_inspection__bureau", "", ""),
    "inspections.SpotPick": ("report__self_inspection__bureau", "", ""),
    "inspections.Plan": ("bureau", "", ""),
    "inspections.PlanItem": ("plan__bureau", "", ""),
    "inspections.Campaign": ("bureau", "", ""),
    "inspections.Participant": ("bureau", "", ""),
    "inspections.CampaignUnit": ("participant__bureau", "", ""),
    "inspections.ReportBack": ("participant__bureau", "", ""),
    "inspections.Checklist": ("bureau", "", ""),
    "inspections.ChecklistItem": ("checklist__bureau", "", ""),
    "inspections.ListPublication": ("bureau", "", ""),
    "inspections.ScoringRule": ("bureau", "", ""),
    "inspections.CoverageRule": ("bureau", "", ""),
    "inspections.UsualTime": ("bureau", "", ""),
    "inspections.Leave": ("bureau", "", ""),
    "inspections.Draw": ("bureau", "", ""),
    "inspections.DrawExclusion": ("draw__bureau", "", ""),
    "inspections.Inspection": ("bureau", "unit__party", ""),
    "inspections.TeamMember": ("inspection__bureau", "", ""),
    "inspections.Invitation": ("inspection__bureau", "", "observer"),
    "inspections.SiteStep": ("inspection__bureau", "", ""),
    "inspections.PersonMet": ("inspection__bureau", "", ""),
    "inspections.Exhibit": ("inspection__bureau", "", ""),
    "inspections.SpotFix": ("result__inspection__bureau", "", ""),
    "inspections.ItemResult": ("inspection__bureau", "", ""),
    "inspections.Finding": ("inspection__bureau", "inspection__unit__party", ""),
    "inspections.Reply": (
        "finding__inspection__bureau", "finding__inspection__unit__party", "",
    ),
    "inspections.Reminder": ("finding__inspection__bureau", "", ""),
    "inspections.RectificationRule": ("bureau", "", ""),
    "inspections.Question": (
        "finding__inspection__bureau", "finding__inspection__unit__party", "",
    ),
    "inspections.LookBackResult": ("look_back__bureau", "", ""),
    "inspections.OfflineBundle": ("", "", "user"),
    "inspections.Interview": ("bureau", "unit__party", ""),
    "inspections.Commitment": ("interview__bureau", "interview__unit__party", ""),
    "inspections.OralOrder": ("inspection__bureau", "", ""),
    "inspections.ReportReceipt": ("document__bureau", "", ""),
    "inspections.Escalation": ("inspection__bureau", "", ""),
    "inspections.Termination": ("unit__party__bureau", "", ""),
    "inspections.Exemplary": ("bureau", "", ""),
    "inspections.ExemplaryPair": ("exemplary__bureau", "exemplary__inspection__unit__party", ""),
    "inspections.Consent": ("exemplary__bureau", "exemplary__inspection__unit__party", ""),
    "inspections.Lead": ("bureau", "", ""),
    "inspections.Tip": ("bureau", "", ""),
    "inspections.Reporter": ("", "", ""),  # nobody's: opened by one service alone
    "penalties.Benchmark": ("bureau", "", ""),
    "penalties.BenchmarkRow": ("benchmark__bureau", "", ""),
    "penalties.Factor": ("benchmark__bureau", "", ""),
    "penalties.Tier": ("benchmark__bureau", "", ""),
    "penalties.Case": ("bureau", "party", ""),
    "penalties.Accountability": ("case__bureau", "", ""),
    "penalties.EarlierFine": ("case__bureau", "", ""),
    "penalties.CaseOfficer": ("case__bureau", "", ""),
    "penalties.Evidence": ("case__bureau", "", ""),
    "penalties.ElementFinding": ("case__bureau", "", ""),
    "penalties.Circumstance": ("case__bureau", "", ""),
    "penalties.Assessment": ("case__bureau", "", ""),
    "penalties.Departure": ("assessment__case__bureau", "", ""),
    "penalties.Statement": ("case__bureau", "case__party", ""),
    "penalties.HearingThreshold": ("bureau", "", ""),
    "penalties.LocalClause": ("bureau", "", ""),
    "penalties.Determination": ("lead__bureau", "", ""),
    "penalties.Settlement": ("lead__bureau", "", ""),
    "penalties.Hearing": ("case__bureau", "case__party", ""),
    "penalties.Review": ("case__bureau", "", ""),
    "penalties.ReviewQualification": ("person__bureau", "", ""),
    "penalties.Discussion": ("case__bureau", "", ""),
    "penalties.Decision": ("case__bureau", "", ""),
    "penalties.Payment": ("case__bureau", "", ""),
    "penalties.Refund": ("case__bureau", "", ""),
    "penalties.Challenge": ("case__bureau", "case__party", ""),
    "penalties.NoPenalty": ("case__bureau", "", ""),
    "penalties.PastMeasure": ("bureau", "", ""),
    "penalties.Recusal": ("case__bureau", "case__party", ""),
    "penalties.PaymentRequest": ("case__bureau", "case__party", ""),
    "penalties.Deferral": ("case__bureau", "", ""),
    "penalties.CourtStep": ("case__bureau", "", ""),
    "penalties.Surcharge": ("case__bureau", "", ""),
    "penalties.Voice": ("discussion__case__bureau", "", ""),
    "supervision.Issuer": ("bureau", "", ""),
    "supervision.SupervisionNotice": ("bureau", "", ""),
    "supervision.Complaint": ("bureau", "", ""),
    "supervision.FaultRecord": ("bureau", "", ""),
    "supervision.FaultHandling": ("record__bureau", "", ""),
    "supervision.FileReview": ("bureau", "", ""),
    "supervision.FileScore": ("review__bureau", "", ""),
    "supervision.RatedVisit": ("", "inspection__unit__party", ""),
    "supervision.Rating": ("", "", ""),  # nobody's: read in sums alone
    "supervision.Remedy": ("bureau", "", ""),
    "supervision.Round": ("bureau", "", ""),
    "supervision.RoundItem": ("round__bureau", "", ""),
    "supervision.Invitation": ("item__round__bureau", "", "guest"),
    "supervision.ContentFinding": ("item__round__bureau", "", ""),
    "supervision.ReviewRequest": ("notice__bureau", "", ""),
    "publicity.Activity": ("bureau", "", ""),
    "publicity.OutreachPlan": ("bureau", "", ""),
    "publicity.OutreachItem": ("plan__bureau", "", ""),
    "publicity.ArticlePiece": ("bureau", "", ""),
    "publicity.MediaRecord": ("bureau", "", ""),
    "publicity.CorrectionRequest": ("notice__bureau", "notice__document__party", ""),
    "publicity.Training": ("bureau", "", ""),
    "publicity.Attendance": ("training__bureau", "", ""),
    "publicity.OfficerPhoto": ("certificate__user__bureau", "", ""),
    "publicity.PublicList": ("bureau", "", ""),
    "publicity.ResultRule": ("bureau", "", ""),
    "publicity.Withholding": ("bureau", "", ""),
    "publicity.Notice": ("bureau", "", ""),
    "reports.AnnualReport": ("bureau", "", ""),
    "reports.LedgerTask": ("bureau", "", ""),
    "reports.LedgerVisit": ("bureau", "", ""),
}  # fmt: skip

# Models that lead to a bureau or a party and have no scope, each for its reason.
WITHOUT_SCOPE = {
    "accounts.User": "people are chosen by bureau and role (inspections.queries.teams)",
    "audit.AuditEntry": "its own `visible_to`: the books of the reader's bureau",
    "documents.BatchItem": "reached through its batch alone",
    "documents.Rendition": "reached through its document alone",
    "inspections.OfflineAct": "reached through its bundle alone",
}

# Law, calendars and counters: nobody's, the same for all.
NOBODYS = {
    "audit.ChainHead", "documents.Wording", "legislation.Article", "legislation.Law",
    "legislation.LawVersion", "workdays.Holiday", "workdays.TimeLimit",
    "penalties.FineClause", "penalties.Violation", "reports.Desk", "supervision.Ground",
    "supervision.Content", "supervision.ScoreItem",
}  # fmt: skip


def our_models():
    return {
        model._meta.label: model for app in OURS for model in apps.get_app_config(app).get_models()
    }


def owners_of(model, seen=()) -> set[str]:
    """Bureau or Party, wherever foreign keys lead from the model."""
    found = set()
    for field in model._meta.get_fields():
        target = field.related_model if field.many_to_one or field.one_to_one else None
        if target is None or field.auto_created or target in seen or target is User:
            continue
        found |= {target} & {Bureau, Party} or owners_of(target, (*seen, model))
    return found


def end_of(model, path: str):
    """The model to which a lookup path leads."""
    for name in path.split("__"):
        if name != "pk":
            model = model._meta.get_field(name).related_model
    return model


def test_every_model_stands_in_one_list():
    lists = [*SCOPED, *WITHOUT_SCOPE, *NOBODYS]
    assert sorted(our_models()) == sorted(lists)


@pytest.mark.parametrize("label", SCOPED)
def test_a_model_with_an_owner_has_the_scope_written_here(label):
    model = our_models()[label]
    scope = model.scope
    assert issubclass(model, ScopedModel)
    assert isinstance(model._default_manager.all(), ScopedQuerySet)
    assert (scope.bureau, scope.party, scope.person) == SCOPED[label]


@pytest.mark.parametrize("label", SCOPED)
def test_a_scope_leads_to_a_bureau_a_party_or_a_person(label):
    model = our_models()[label]
    ends = dict(zip(("bureau", "party", "person"), (Bureau, Party, User), strict=True))
    paths = {name: path for name, path in model.scope._asdict().items() if name in ends and path}
    assert {name: end_of(model, path) for name, path in paths.items()} == {
        name: ends[name] for name in paths
    }


@pytest.mark.parametrize("label", sorted(NOBODYS))
def test_a_model_of_nobody_leads_to_no_owner(label):
    assert owners_of(our_models()[label]) == set()


def test_only_named_models_may_be_seen_by_the_party_before_it_is_told():
    """These carry a party and no condition: the row itself is the party's from the start."""
    always = {
        label
        for label, model in our_models().items()
        if label in SCOPED and model.scope.party and model.scope.shown_to_party == models.Q()
    }
    assert always == {
        "accounts.Grant", "accounts.Party", "accounts.UnitInvitation",
        "documents.AddressConfirmation", "documents.Delivery", "units.Unit",
        "inspections.Question", "inspections.Reply", "inspections.SelfSubmission",
        "inspections.Consent", "inspections.ExemplaryPair",  # the unit is asked about them
        "inspections.Appeal", "penalties.Statement", "penalties.Hearing",
        "penalties.PaymentRequest",
        "publicity.CorrectionRequest",  # the party asked
        "supervision.RatedVisit",  # the unit's own mark, and nobody else's
    }  # fmt: skip


def test_a_superior_sees_only_what_is_issued_or_published():
    shown = {
        label: model.scope.shown_to_superior
        for label, model in our_models().items()
        if label in SCOPED and model.scope.shown_to_superior is not None
    }
    assert shown == {
        "documents.Document": models.Q(number__isnull=False),  # the void ones keep their numbers
        "inspections.Plan": models.Q(state__in=["published", "closed"]),
        "publicity.Notice": models.Q(state="published"),
        "reports.AnnualReport": models.Q(state__in=["approved", "published"]),
    }
