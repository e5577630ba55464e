"""How messages are written in the code: whole, with named places, and spoken only when they are shown."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from helpers.resources import checkout

FILES = sorted((checkout() / "helpers").rglob("*.py"))
CALLS = {"_": 1, "N_": 1, "ngettext": 2}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def calls(within: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(within):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            yield node, node.func.id


def messages() -> Iterator[tuple[str, str]]:
    """Every message that is written out, and where."""
    for path in FILES:
        for call, name in calls(tree(path)):
            for argument in call.args[: CALLS[name]]:
                if isinstance(argument, ast.Constant):
                    yield f"{path.name}:{call.lineno}", argument.value


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FILES[0].parent)))
def test_messages_are_literals_or_come_from_a_table(path: Path) -> None:
    """No f-string, nothing glued, nothing filled in before it is translated."""
    for call, name in calls(tree(path)):
        for argument in call.args[: CALLS[name]]:
            literal = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            assert literal or (name == "_" and from_table(argument)), f"{path.name}:{call.lineno}: {ast.unparse(call)}"


def from_table(argument: ast.expr) -> bool:
    """Whether it names something, or looks it up."""
    if isinstance(argument, ast.BoolOp):
        return all(map(from_table, argument.values))
    if isinstance(argument, ast.Call) and isinstance(argument.func, ast.Attribute):
        return argument.func.attr not in ("format", "join", "replace", "lower", "upper", "capitalize", "strip")
    return isinstance(argument, ast.Name | ast.Attribute | ast.Subscript | ast.Call | ast.Constant)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FILES[0].parent)))
def test_nothing_is_spoken_before_the_language_is_known(path: Path) -> None:
    """Neither while a module loads nor into a cache, unless the language is one of its keys: it can change."""
    spoken = {"_", "ngettext"}
    raised = {id(call) for block in failing(path) for part in block for call, _name in calls(part)}
    early: list[ast.AST] = [node for node in tree(path).body if not isinstance(node, ast.FunctionDef | ast.ClassDef)]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ClassDef):
            early += [part for part in node.body if not isinstance(part, ast.FunctionDef)]
        if isinstance(node, ast.FunctionDef):
            early += [*node.args.defaults, *(one for one in node.args.kw_defaults if one)]
            cached = any("cache" in ast.unparse(decorator) for decorator in node.decorator_list)
            if cached and "_language" not in (argument.arg for argument in node.args.args):
                early.append(node)
    found = [call for part in early for call, name in calls(part) if name in spoken and id(call) not in raised]
    assert [f"{path.name}:{call.lineno}" for call in found] == []


def failing(path: Path) -> Iterator[list[ast.stmt]]:
    """The blocks that end in an error: no cache keeps it."""
    for node in ast.walk(tree(path)):
        for name in ("body", "orelse"):
            block = getattr(node, name, None)
            if isinstance(block, list) and block and isinstance(block[-1], ast.Raise):
                yield block


def test_places_in_messages_have_names() -> None:
    """A translation may put them in another order."""
    assert [where for where, text in messages() if re.search(r"\{(\d*|[!:][^{}]*)\}", text)] == []


def test_messages_hold_no_html() -> None:
    """Links and emphasis are filled in: a translator writes sentences."""
    assert [where for where, text in messages() if re.search(r"</?[a-z]+[ >]", text)] == []


def test_no_message_is_empty_or_hangs_in_the_air() -> None:
    """White space at an end is easily lost, and says that a sentence was glued."""
    loose = [(where, text) for where, text in messages() if not text or (text != text.strip() and text not in JOINTS)]
    assert loose == []


def test_no_message_stands_within_the_call_of_another() -> None:
    """Babel would not see the inner one."""
    within = [
        f"{path.name}:{outer.lineno}"
        for path in FILES
        for outer, _name in calls(tree(path))
        for inner, _inner in calls(outer)
        if inner is not outer
    ]
    assert within == []


#: What stands between the members of a list.
JOINTS = {", ", "; "}
