"""A year with a random number of records of each kind, and what to expect of it."""

from collections import Counter
from random import Random

from tests.reports.years import YearMaker


def random_year(maker: YearMaker, seed: int) -> Counter:
    """Fill a year with a random number of records of each kind; returns what to expect."""
    roll = Random(seed)
    want = Counter(
        officers_before=1, officers_new=roll.randint(1, 3), look_backs=roll.randint(1, 3),
        key_unit_visits=roll.randint(1, 4), observers=roll.randint(1, 5),
        exemplary_units=roll.randint(1, 2), interviews=roll.randint(1, 2),
        articles=roll.randint(1, 6), media=roll.randint(1, 3), activities=roll.randint(1, 5),
        penalties=roll.randint(1, 2), plan_items=5, plan_items_done=roll.randint(1, 4),
        checks_special=roll.randint(1, 3), checks_case=roll.randint(1, 2),
        ledger_tasks=4, ledger_tasks_done=roll.randint(1, 3),
        findings=6, findings_accepted=roll.randint(1, 5), replies=roll.randint(1, 4),
        checks_without_letter=roll.randint(1, 2), checks_unapproved=roll.randint(1, 2),
    )  # fmt: skip
    maker.plan(want["plan_items"], want["plan_items_done"])
    silent = [maker.check("daily", "recorded", 5) for _ in range(want["checks_without_letter"])]
    for _ in range(want["checks_unapproved"]):
        maker.check("case", "unapproved", 3)
    special = [maker.check("special", place=7) for _ in range(want["checks_special"])]
    case = [maker.check("case", place=9) for _ in range(want["checks_case"])]
    for check in special + case:
        maker.paper(check)
    want["checks_daily"] = want["plan_items_done"] + len(silent)
    want["checks"] = want["checks_daily"] + len(special) + len(case)
    want["letters"] = want["checks"] - len(silent)
    want["units_checked"] = want["checks"]
    want["visits_total"] = want["checks"] + want["look_backs"] + want["key_unit_visits"]
    _around(maker, want, special[0], [*special, *case])
    return want


def _around(maker: YearMaker, want: Counter, check, checks) -> None:
    """Everything that does not change how many visits there were."""
    findings = [
        maker.finding(check, "accepted" if place < want["findings_accepted"] else "replied")
        for place in range(want["findings"])
    ]
    for place in range(want["replies"]):
        maker.reply(findings[place])
    repeated = {
        "look_backs": lambda: maker.look_back(check),
        "observers": lambda: maker.observer(check),
        "interviews": lambda: maker.interview(check),
        "penalties": lambda: maker.paper(check, "penalty_decision"),
        "key_unit_visits": maker.visit,
        "articles": maker.article,
        "media": maker.media,
        "activities": maker.activity,
        "officers_new": maker.new_officer,
    }
    for key, make in repeated.items():
        for _ in range(want[key]):
            make()
    for place in range(want["exemplary_units"]):
        maker.exemplary(checks[place])
    for place in range(want["ledger_tasks"]):
        maker.task(done=place < want["ledger_tasks_done"])
