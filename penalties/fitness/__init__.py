"""认定处理方式: from the facts recorded of an act to what the law gives against it, and refuses.

Plain values in, plain values out; nothing here reads the database. What an act is called opens
nothing: 档案法第四十八条 to 第五十条 and 实施条例第四十六条 to 第五十一条 ask for facts, and a fact
that is not known never opens a fine.
"""

from penalties.fitness.acts import ACTS, questions
from penalties.fitness.facts import QUESTIONS, Answer, Crime, Facts, Order
from penalties.fitness.judging import fitness
from penalties.fitness.levels import Bounds, beyond_its_level
from penalties.fitness.measures import Clause, Measure, Offer, Provision, Refusal, Sanction, Verdict

__all__ = [
    "ACTS",
    "QUESTIONS",
    "Answer",
    "Bounds",
    "Clause",
    "Crime",
    "Facts",
    "Measure",
    "Offer",
    "Order",
    "Provision",
    "Refusal",
    "Sanction",
    "Verdict",
    "beyond_its_level",
    "fitness",
    "questions",
]
