"""The gate itself: each measure is either given, with its clause, or refused, with its article."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from penalties.fitness import conditions as c
from penalties.fitness.acts import ACTS, Act
from penalties.fitness.citing import Basis, law, named, penalty, regulation
from penalties.fitness.conditions import Absent, Condition, absent
from penalties.fitness.facts import Answer, Crime, Facts
from penalties.fitness.measures import Clause, Measure, Offer, Provision, Refusal, Verdict

M = Measure
PROPOSAL = (regulation(46, 2),)
GUIDANCE = (law(8),)  # 监督、指导: what a measure of work rests on
TRANSFER = (penalty(27, 1), ("criminal_transfer_regulation", 5, None, None))
OPENED_BY: dict[str, tuple[Condition, ...]] = {
    "user": (c.HALL_HOLDINGS,),
    "service_firm": (c.IN_SERVICE,),
}


def reach(subject: str) -> tuple[str, ...]:
    """The categories of clauses that reach a kind of party; a service firm is a 单位 as well."""
    if subject == c.PERSON:
        return ("individual",)
    if subject == c.SERVICE_FIRM:
        return ("service_firm", "organisation")
    return ("organisation",)


def fitness(facts: Facts, provision: Provision, on: date) -> Verdict:
    """What may be done about `facts` on the day `on`, and what may not."""
    return Gate(facts, provision, on).verdict()


@dataclass(frozen=True)
class Gate:
    """One set of facts before one provision."""

    facts: Facts
    provision: Provision
    on: date

    @property
    def act(self) -> Act:
        return ACTS[self.facts.act]

    def verdict(self) -> Verdict:
        found = [row for rule in RULES for row in rule(self)]
        return Verdict(
            tuple(row for row in found if isinstance(row, Offer)),
            tuple(row for row in found if isinstance(row, Refusal)),
        )

    def offer(self, measure: Measure, text: str, bases: tuple[Basis, ...], **more) -> Offer:
        return Offer(measure, text, named(bases, self.on), **more)

    def refuse(self, measure: Measure, why: str, *bases: Basis) -> Refusal:
        return Refusal(measure, why, named(bases, self.on))

    def not_ours(self) -> Absent | None:
        """Why no measure of the bureau's own is open: another's business, or no such act."""
        if self.act.elsewhere:
            return Absent(f"由{self.act.elsewhere}处理，不由档案主管部门处理。", (law(50),), True)
        if self.facts.in_jurisdiction == Answer.NO:
            return Absent(c.WITHIN.otherwise, c.WITHIN.bases, True)
        return absent(self.act.base, self.facts)

    def closed(self, measure: Measure) -> Refusal | None:
        why = self.not_ours()
        return why and self.refuse(measure, why.why, *why.bases)


def _conditions(gate: Gate, clause: Clause) -> tuple[Condition, ...]:
    """What opens a clause; a firm at its service is under the clause with the higher fine."""
    own = OPENED_BY.get(clause.opened_by, ())
    if clause.opened_by == "user" and gate.facts.subject == c.SERVICE_FIRM:
        own = (*own, c.NOT_IN_SERVICE)
    return (c.WITHIN, c.no_crime(gate.facts.act), *gate.act.whole, *own)


def open_clauses(gate: Gate) -> tuple[list[Clause], Refusal | None]:
    """The clauses that the facts open, the party's own kind first; else why there is none."""
    if refusal := gate.closed(M.FINE):
        return [], refusal
    order = reach(gate.facts.subject)
    reached = [row for row in gate.provision.clauses if row.category in order]
    reached.sort(key=lambda row: order.index(row.category))
    if not reached:
        why = f"法律没有对“{gate.provision.title}”规定对这类当事人的罚款。"
        return [], gate.refuse(M.FINE, why, law(49), penalty(4), penalty(16))
    failing = [absent(_conditions(gate, row), gate.facts) for row in reached]
    found = [row for row, why in zip(reached, failing, strict=True) if why is None]
    if found:
        return found, None
    # What may still prove to hold says more than what certainly does not.
    why = next((row for row in failing if not row.known), failing[0])
    return [], gate.refuse(M.FINE, why.why, *why.bases)


def penalties(gate: Gate):
    """罚款 with what goes with it: 警告, 没收违法所得, 征购 by the bureau above."""
    clauses, refusal = open_clauses(gate)
    if refusal:
        yield refusal
        for measure in (M.WARNING, M.CONFISCATION, M.PURCHASE):
            yield refusal._replace(measure=measure)
        return
    for row in clauses:
        text = f"对{row.offender}处 {row.minimum:,} 元以上 {row.maximum:,} 元以下的罚款"
        yield Offer(M.FINE, text, row.articles, clause=row)
    first = clauses[0]
    for kind, measure in (("警告", M.WARNING), ("没收违法所得", M.CONFISCATION)):
        if kind in first.kinds:
            yield Offer(measure, f"{kind}，与罚款一并给予", first.articles)
        else:
            yield Refusal(measure, f"适用的条款没有规定{kind}。", first.articles)
    yield _purchase(gate, first)


def _purchase(gate: Gate, clause: Clause):
    if clause.opened_by == "anyone":
        text = "征购所出卖或者赠送的档案，报省级以上档案主管部门办理"
        return gate.offer(M.PURCHASE, text, (law(22, 1), law(49, 3)))
    why = "只有出卖、赠送的档案可以依法征购。"
    return gate.refuse(M.PURCHASE, why, law(49, 3))


def order(gate: Gate):
    if refusal := gate.closed(M.ORDER):
        yield refusal
    elif open_clauses(gate)[0] and gate.facts.act in ("V01", "V02", "V03", "V04", "V05"):
        yield gate.offer(M.ORDER, "责令改正，随行政处罚作出", (penalty(28, 1),))
    elif command := gate.act.command(gate.facts):
        yield gate.offer(M.ORDER, command.title, command.bases)
    else:
        why = "个人失职没有可以责令改正的事项；单位仍有安全隐患的，另行责令限期整改。"
        yield gate.refuse(M.ORDER, why, law(45))


def talk(gate: Gate):
    if refusal := gate.closed(M.TALK):
        yield refusal
    elif gate.facts.act == "V15":
        yield gate.offer(M.TALK, "约谈档案服务企业", (regulation(51, 1),))
    elif gate.facts.subject == c.PERSON:
        yield gate.refuse(M.TALK, "工作约谈的对象是单位，不约谈个人。", *GUIDANCE)
    else:
        yield gate.offer(M.TALK, "工作约谈（工作措施，不是行政处罚）", GUIDANCE)


def circular(gate: Gate):
    if refusal := gate.closed(M.CIRCULAR):
        yield refusal
    elif gate.facts.subject in c.PUBLIC:
        yield gate.offer(M.CIRCULAR, "工作通报（工作措施，不是通报批评）", GUIDANCE)
    else:
        why = "对企业、社会组织、个人点名通报等同于通报批评，属于行政处罚，法律没有规定。"
        yield gate.refuse(M.CIRCULAR, why, penalty(9, None, 1), penalty(4))


def proposal(gate: Gate):
    sanction = gate.provision.sanction
    if refusal := gate.closed(M.PROPOSAL):
        yield refusal
    elif sanction is None:
        yield gate.refuse(M.PROPOSAL, "对这一行为没有规定处分。", regulation(51, 1))
    elif why := absent((*gate.act.whole, *gate.act.sanction), gate.facts):
        yield gate.refuse(M.PROPOSAL, why.why, *why.bases)
    else:
        body = "任免机关、单位" if gate.facts.subject in c.PUBLIC else "所在单位"
        persons = "和".join(sanction.persons)
        text = f"建议其{body}对{persons}依法给予处分"
        bases = (*sanction.bases, *PROPOSAL)
        yield gate.offer(M.PROPOSAL, text, bases, persons=persons, body=f"其{body}")


def police(gate: Gate):
    suspected = c.criminal(gate.facts)
    sold = gate.facts.act in c.SOLD
    bases = (*TRANSFER, ("criminal_law", 329, None, None)) if sold else TRANSFER
    if suspected == Answer.YES:
        yield gate.offer(M.POLICE, "移送公安机关，移送以前不作罚款决定", bases, body="公安机关")
    elif suspected == Answer.NO:
        yield gate.refuse(M.POLICE, "没有发现涉嫌犯罪。", *bases)
    else:
        why = absent((c.no_crime(gate.facts.act),), gate.facts)
        yield gate.refuse(M.POLICE, why.why, *bases)


def supervision(gate: Gate):
    """Duty crimes of officials, and neglect by the archivists of a public body (V10)."""
    official = gate.facts.subject in (*c.PUBLIC, c.PERSON)
    neglect = gate.facts.act == "V10" and official
    why = absent(gate.act.base, gate.facts) if neglect else None
    if gate.facts.crime == Crime.DUTY or (neglect and why is None):
        text = "移送监察机关（公职人员涉嫌失职渎职的线索）"
        yield gate.offer(
            M.SUPERVISION, text, (law(48, None, 10), law(51)), body="有管辖权的监察机关"
        )
    elif why:
        yield gate.refuse(M.SUPERVISION, why.why, *why.bases)
    else:
        text = "没有发现公职人员涉嫌职务违法、职务犯罪。"
        yield gate.refuse(M.SUPERVISION, text, law(48, None, 10), law(51))


def customs(gate: Gate):
    if body := gate.act.elsewhere:
        yield gate.offer(M.CUSTOMS, f"移送{body}处理", (law(50),), body=body)
    else:
        yield gate.refuse(M.CUSTOMS, "不是擅自运送、邮寄、携带或者传输档案出境。", law(50))


def jurisdiction(gate: Gate):
    if gate.facts.in_jurisdiction == Answer.NO:
        text = "移送违法行为发生地的档案主管部门"
        body = "违法行为发生地的档案主管部门"
        yield gate.offer(M.JURISDICTION, text, c.WITHIN.bases, body=body)
    elif gate.facts.in_jurisdiction == Answer.UNKNOWN:
        why = absent((c.WITHIN,), gate.facts)
        yield gate.refuse(M.JURISDICTION, why.why, *why.bases)
    else:
        yield gate.refuse(M.JURISDICTION, "违法行为在本机关辖区，由本机关管辖。", penalty(22))


RULES: tuple[Callable, ...] = (
    penalties, order, talk, circular, proposal, police, supervision, customs, jurisdiction,
)  # fmt: skip
