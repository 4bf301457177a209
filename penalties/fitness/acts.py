"""The fifteen acts (V01–V15): which facts make each of them up, and what may be ordered."""

from collections.abc import Callable
from typing import NamedTuple

from penalties.fitness import conditions as c
from penalties.fitness.citing import Basis, law, regulation
from penalties.fitness.conditions import Condition
from penalties.fitness.facts import QUESTIONS, Answer, Facts

CORRECT = "责令改正；仍有档案安全隐患的，责令限期整改"


class Command(NamedTuple):
    """责令: its words and its articles."""

    title: str
    bases: tuple[Basis, ...]


class Act(NamedTuple):
    """`base` makes it this act at all; `whole` is what its article adds before anyone answers for
    it; `sanction` what 处分 asks for beside. `elements` stand in the order of the catalogue's own
    (构成要件), None for what only the evidence of a case shows."""

    elements: tuple[Condition | None, ...]
    base: tuple[Condition, ...] = ()
    whole: tuple[Condition, ...] = ()
    sanction: tuple[Condition, ...] = ()
    command: Callable[[Facts], Command | None] = lambda facts: Command(
        CORRECT, (regulation(46, 2), law(45))
    )
    elsewhere: str = ""  # whose business it is, where it is not the archives bureau's


def _command(title: str, *bases: Basis) -> Callable[[Facts], Command]:
    return lambda facts: Command(title, bases)


def _to_open(facts: Facts) -> Command:
    """Only a 国家档案馆 is ordered under 条例第四十八条; others are dealt with under 第四十六条."""
    if facts.state_hall == Answer.YES:
        return Command("责令限期改正", (regulation(48),))
    return Command("责令改正", (regulation(46, 2),))


def _of_state_archives(item: int, *, used: bool) -> Act:
    owned = c.state_owned(item)
    middle = (None, None) if item == 2 else (None,)
    return Act((owned, *middle, *([c.USE_OR_SERVICE] if used else [])), base=(owned,))


# fmt: off
ACTS: dict[str, Act] = {
    "V01": _of_state_archives(1, used=True),
    "V02": _of_state_archives(2, used=True),
    "V03": _of_state_archives(3, used=False),
    "V04": Act((None, c.USE_OR_SERVICE)),
    "V05": Act((c.FOREIGN, None), base=(c.FOREIGN,)),
    "V06": Act(
        (None, c.ORDERED, c.REFUSED), whole=(c.ORDERED, c.REFUSED),
        command=_command("责令限期改正", law(48, None, 6), regulation(49)),
    ),
    "V07": Act((None, None), command=_to_open),
    "V08": Act((None, c.NEGLECT), whole=(c.NEGLECT,), command=_command("责令限期整改", law(45))),
    "V09": Act((None, None), command=_command("责令限期整改（仍有隐患的）", law(45))),
    "V10": Act((None, None, c.LOSS), base=(c.LOSS,), command=lambda facts: None),
    "V11": Act((None, None), elsewhere="海关或者有关部门"),
    "V12": Act(
        (c.STATE_ARCHIVES, None), base=(c.STATE_ARCHIVES,), sanction=(c.SERIOUS_48,),
        command=_command("责令限期改正", regulation(48)),
    ),
    "V13": Act(
        (None, None), sanction=(c.ORDERED_TO_HAND_OVER, c.REFUSED_TO_HAND_OVER),
        command=_command("责令限期改正", regulation(49)),
    ),
    "V14": Act(
        (c.STATE_PREMISES, None), base=(c.STATE_PREMISES,), sanction=(c.SERIOUS_50,),
        command=_command("责令限期改正", regulation(50)),
    ),
    "V15": Act(
        (c.FIRM_SERVING, c.FIRM_SERVING, c.FIRM_KNOWING, None),
        base=(c.FIRM_SERVING, c.FIRM_KNOWING),
        command=_command("责令限期改正", regulation(51, 1)),
    ),
}
# fmt: on


def questions(act: str, subject: str) -> list[str]:
    """Which facts have to be known of this act by this kind of party, in the order they are asked.

    Nobody but a service firm is asked whether it was serving.
    """
    known = ACTS[act]
    parts = (*filter(None, known.elements), *known.base, *known.whole, *known.sanction)
    needed = {name for part in parts for name in part.asks} | {"crime", "in_jurisdiction"}
    if act in c.SOLD:
        needed |= {"state_owned", "serious"}
    if act == "V07":  # whom the order names depends on it
        needed |= {"state_hall"}
    if subject != c.SERVICE_FIRM:
        needed -= {"in_service"}
    return [name for name in QUESTIONS if name in needed]
