from inspections.models.assessment import (
    Appeal,
    Assessment,
    AssessmentResult,
    AssessmentRule,
    SafetyEvaluation,
)
from inspections.models.availability import Leave, UsualTime
from inspections.models.campaigns import Campaign, CampaignUnit, Participant, ReportBack
from inspections.models.checklists import Checklist, ChecklistItem, ListPublication
from inspections.models.coverage import CoverageRule
from inspections.models.draws import Draw, DrawExclusion
from inspections.models.escalation import Escalation
from inspections.models.exemplary import Consent, Exemplary, ExemplaryPair
from inspections.models.exhibits import Exhibit
from inspections.models.findings import Finding, LookBackResult, Reply
from inspections.models.interviews import Commitment, Interview
from inspections.models.leads import Lead
from inspections.models.measures import OralOrder, ReportReceipt
from inspections.models.offline import OfflineAct, OfflineBundle
from inspections.models.planning import Plan, PlanItem
from inspections.models.questions import Question
from inspections.models.reminders import RectificationRule, Reminder
from inspections.models.results import ItemResult
from inspections.models.scoring import ScoringRule
from inspections.models.self_inspection import (
    SelfInspection,
    SelfReport,
    SelfSubmission,
    SelfUrge,
    SpotDraw,
    SpotPick,
)
from inspections.models.self_reminders import SelfReminder
from inspections.models.self_rules import ReportRule, SelfForm, SelfQuestion
from inspections.models.site import PersonMet, SiteStep, SpotFix
from inspections.models.teams import Invitation, TeamMember
from inspections.models.terminations import Termination
from inspections.models.tips import Reporter, Tip
from inspections.models.visits import Inspection

__all__ = [
    "Appeal",
    "Assessment",
    "AssessmentResult",
    "AssessmentRule",
    "Campaign",
    "CampaignUnit",
    "Checklist",
    "ChecklistItem",
    "Commitment",
    "Consent",
    "CoverageRule",
    "Draw",
    "DrawExclusion",
    "Escalation",
    "Exemplary",
    "ExemplaryPair",
    "Exhibit",
    "Finding",
    "Inspection",
    "Interview",
    "Invitation",
    "ItemResult",
    "Lead",
    "Leave",
    "ListPublication",
    "LookBackResult",
    "OfflineAct",
    "OfflineBundle",
    "OralOrder",
    "Participant",
    "PersonMet",
    "Plan",
    "PlanItem",
    "Question",
    "RectificationRule",
    "Reminder",
    "Reply",
    "ReportBack",
    "ReportReceipt",
    "ReportRule",
    "Reporter",
    "SafetyEvaluation",
    "ScoringRule",
    "SelfForm",
    "SelfInspection",
    "SelfQuestion",
    "SelfReminder",
    "SelfReport",
    "SelfSubmission",
    "SelfUrge",
    "SiteStep",
    "SpotDraw",
    "SpotFix",
    "SpotPick",
    "TeamMember",
    "Termination",
    "Tip",
    "UsualTime",
]
