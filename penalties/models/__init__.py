from penalties.models.accountability import Accountability
from penalties.models.benchmark import Benchmark, BenchmarkRow, Factor, Tier
from penalties.models.cases import Case, CaseOfficer
from penalties.models.challenges import Challenge
from penalties.models.court_steps import CourtStep
from penalties.models.decisions import (
    Collection,
    Decision,
    Discussion,
    Payment,
    Refund,
    Surcharge,
    Voice,
)
from penalties.models.deferrals import Deferral
from penalties.models.departures import Departure
from penalties.models.determinations import Determination
from penalties.models.discretion import Assessment, Circumstance
from penalties.models.earlier_fines import EarlierFine
from penalties.models.evidence import ElementFinding, Evidence
from penalties.models.local_clauses import LocalClause
from penalties.models.no_penalty import NoPenalty
from penalties.models.past_measures import PastMeasure
from penalties.models.payment_requests import PaymentRequest
from penalties.models.qualifications import ReviewQualification
from penalties.models.recusals import Recusal
from penalties.models.reviews import Review
from penalties.models.settlements import Settlement
from penalties.models.statements import Hearing, Statement
from penalties.models.thresholds import HearingThreshold
from penalties.models.violations import Category, FineClause, Violation

__all__ = [
    "Assessment",
    "Benchmark",
    "BenchmarkRow",
    "Accountability",
    "Case",
    "CaseOfficer",
    "Category",
    "Challenge",
    "Circumstance",
    "Collection",
    "CourtStep",
    "Decision",
    "Deferral",
    "Departure",
    "Determination",
    "Discussion",
    "EarlierFine",
    "ElementFinding",
    "Evidence",
    "Factor",
    "FineClause",
    "Hearing",
    "HearingThreshold",
    "LocalClause",
    "NoPenalty",
    "PastMeasure",
    "Payment",
    "PaymentRequest",
    "Recusal",
    "Refund",
    "Review",
    "ReviewQualification",
    "Settlement",
    "Statement",
    "Surcharge",
    "Tier",
    "Violation",
    "Voice",
]
