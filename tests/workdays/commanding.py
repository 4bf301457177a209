"""manage.py time_limit, asked as a person and as a program ask it."""

import json
from io import StringIO

from django.core.management import call_command


def run(*arguments):
    """Standard output, standard error and exit code of the command."""
    out, err = StringIO(), StringIO()
    try:
        call_command("time_limit", *arguments, stdout=out, stderr=err)
    except SystemExit as end:
        return out.getvalue(), err.getvalue(), end.code
    return out.getvalue(), err.getvalue(), 0


def answer(*arguments):
    out, err, code = run(*arguments, "--json")
    assert (err, code) == ("", 0)
    return json.loads(out)
