"""Only the kernel writes a state, and nothing happens behind a caller's back (no signals)."""

import ast
from weakref import ReferenceType

import pytest
from django.contrib.auth import signals as auth_signals
from django.core import signals as core_signals
from django.db.backends import signals as database_signals
from django.db.models import signals as model_signals

from tests.sources import ROOMS, trees

KERNEL = "archives_enforcement/workflow.py"
# A job is no record of the law: its state is the queue's own.
WRITERS = {KERNEL, "archives_enforcement/jobs/queue.py"}


def state_writes(tree: ast.AST) -> list[int]:
    """Lines that set a `state`: by assignment, update, setattr, or a list of fields to save.

    The first state is given where a row is made, by the field's default or to the constructor.
    """
    return [node.lineno for node in ast.walk(tree) if _assigns(node) or _calls(node)]


def _assigns(node) -> bool:
    targets = getattr(node, "targets", None) or [getattr(node, "target", None)]
    if not isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
        return False
    flat = [part for target in targets for part in ast.walk(target)]
    return any(
        isinstance(part, ast.Attribute) and part.attr == "state" and isinstance(part.ctx, ast.Store)
        for part in flat
    )


def _calls(node) -> bool:
    if not isinstance(node, ast.Call):
        return False
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    if name in ("update", "update_or_create", "bulk_update"):
        keywords = {keyword.arg for keyword in node.keywords}
        return "state" in keywords or _names_state(node)
    return name == "setattr" and _names_state(node)


def _names_state(node) -> bool:
    return any(isinstance(part, ast.Constant) and part.value == "state" for part in ast.walk(node))


@pytest.mark.whole_set
def test_no_state_is_written_outside_the_kernel():
    found = {path: lines for path, tree in trees().items() if (lines := state_writes(tree))}
    assert found.keys() <= WRITERS, found
    assert KERNEL in found


@pytest.mark.parametrize(
    "source",
    [
        "row.state = 'issued'",
        "before, row.state = row.state, 'issued'",
        "rows.update(state='issued')",
        "rows.update(**{'state': 'issued'})",
        "rows.bulk_update(found, ['state'])",
        "setattr(row, 'state', 'issued')",
    ],
)
def test_the_search_finds_every_way_to_write_a_state(source):
    assert state_writes(ast.parse(source)) == [1]


@pytest.mark.parametrize(
    "source", ["Case.objects.create(state='pending')", "rows.filter(state='open')", "state = 1"]
)
def test_the_search_lets_first_states_and_reads_alone(source):
    assert state_writes(ast.parse(source)) == []


@pytest.mark.whole_set
def test_no_module_imports_signals_or_receivers():
    found = []
    for path, tree in trees().items():
        for node in ast.walk(tree):
            names = [alias.name for alias in getattr(node, "names", []) if hasattr(alias, "name")]
            module = getattr(node, "module", "") or ""
            if "signals" in names or "django.dispatch" in (module, *names) or "signals" in module:
                found.append(path)
    assert found == []


def receivers():
    """Everything that listens to a signal of Django."""
    for module in (core_signals, database_signals, model_signals, auth_signals):
        for signal in vars(module).values():
            for _, receiver, *_ in getattr(signal, "receivers", ()):
                yield receiver() if isinstance(receiver, ReferenceType) else receiver


def test_no_receiver_of_ours_is_connected():
    modules = {getattr(receiver, "__module__", "") for receiver in receivers()}
    assert "django.contrib.auth.models" in modules  # the search finds what is there
    assert sorted(name for name in modules if name.split(".")[0] in ROOMS) == []
