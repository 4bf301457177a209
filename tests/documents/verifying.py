"""文书核验: what the page answers, and codes that nearly hold."""

import random
import re

from archives_enforcement.documents import verification

GENUINE, REPLACED, VOID = "一致且现行有效", "一致但已被更正", "一致但已作废"
SOUND = 'class="note ok"'  # the green of a paper that one may rely on
UNKNOWN, OTHER = "没有核对到", "不一致"
NUMBER = "示10档函询〔2024〕1号"


def same_text(page):
    """The page without what differs at every request."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page.text)


def neighbours(code, count):
    """Codes that differ from a real one in one sign."""
    for _ in range(count):
        place = random.randrange(len(code))
        sign = random.choice(verification.ALPHABET.replace(code[place], ""))
        yield code[:place] + sign + code[place + 1 :]
