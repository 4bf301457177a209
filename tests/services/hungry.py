"""A worker that includes this sets a paper named HUNGRY with too little memory, and loses its child
to the system's own want of memory (SIGKILL) over one named KILLED.
"""

import os
import signal

from archives_enforcement.documents import rendering
from archives_enforcement.documents.typesetting import child

HUNGRY, KILLED = "内存不足的函", "被系统停掉的函"
_typeset = rendering.typeset_in_child


def killed(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)


def typeset(content, **options):
    text = str(content)
    if KILLED in text:
        return child.in_child(killed)
    return _typeset(content, **options, **({"memory_mb": 4} if HUNGRY in text else {}))


rendering.typeset_in_child = typeset
