"""Sources as mypyc makes the most of them: what it cannot take for granted is written out in a copy, line for line.

A module's name that is given a value once is marked as final, so that it is read where it lies and not looked up among the
module's names. A plain dataclass gets its `__init__` in the blank line below it; the one that the decorator makes is run by
the interpreter, and makes an object ten times as slowly.
"""

from __future__ import annotations

import ast
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# what makes a type, which is none of a module's values
_TYPES = frozenset({"TypeVar", "NewType", "NamedTuple", "ParamSpec"})
_VALUES = (ast.Call, ast.Constant, ast.JoinedStr, ast.Dict, ast.Set, ast.Tuple, ast.List, ast.DictComp, ast.SetComp, ast.ListComp)

# what a dataclass may be told to be
_PLAIN = frozenset({"slots", "kw_only", "unsafe_hash"})


def prepared(source: str) -> str:
    """A module's source with what mypyc makes more of; each line stays where it is."""
    tree = ast.parse(source)
    lines = [line.encode() for line in source.split("\n")]  # columns are counted in bytes
    given = Counter(name.id for name in ast.walk(tree) if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store))
    marked = False
    for statement in tree.body:
        if isinstance(statement, ast.ClassDef) and (init := _init(statement)) is not None:
            lines[_below(statement, lines)] = init.encode()
        place = _place_of_final(statement, given)
        if place is not None:
            line, column, word = place
            lines[line - 1] = lines[line - 1][:column] + word.encode() + lines[line - 1][column:]
            marked = True
            if isinstance(statement, ast.AnnAssign):
                end = statement.annotation.end_col_offset or 0
                end += len(word) if line == statement.annotation.end_lineno else 0
                last = (statement.annotation.end_lineno or line) - 1
                lines[last] = lines[last][:end] + b"]" + lines[last][end:]
    future = b"from __future__ import annotations"
    if marked and future in lines:
        lines[lines.index(future)] += b"; from typing import Final"
    return b"\n".join(lines).decode() if future in source.encode() else source


def _place_of_final(statement: ast.stmt, given: Counter[str]) -> tuple[int, int, str] | None:
    """Where a name that is given its value once is to be marked, and how; None where it is not to be."""
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        [target] = statement.targets
        if (
            isinstance(target, ast.Name)
            and given[target.id] == 1
            and _is_value(statement.value)
            and not target.id.startswith("__")
        ):
            return target.lineno, target.end_col_offset or 0, ": Final"
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name) and statement.value is not None:
        written = ast.unparse(statement.annotation)
        if given[statement.target.id] == 1 and not written.startswith(("Final", "TypeAlias")):
            return statement.annotation.lineno, statement.annotation.col_offset, "Final["
    return None


def _is_value(node: ast.expr) -> bool:
    """Whether a name is surely given a value, of a type that its form tells; not another name for a type."""
    if isinstance(node, ast.BinOp):
        return not isinstance(node.op, ast.BitOr) and _is_value(node.left)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _TYPES:
        return False
    if isinstance(node, (ast.Dict, ast.List, ast.Set)):
        return bool(node.keys if isinstance(node, ast.Dict) else node.elts)
    return isinstance(node, _VALUES)


def _below(definition: ast.ClassDef, lines: list[bytes]) -> int:
    """The index of the blank line below a class."""
    below = definition.end_lineno or 0
    assert not lines[below], f"no blank line below {definition.name}"
    return below


def _init(definition: ast.ClassDef) -> str | None:
    """The `__init__` of a dataclass, in one line; None where the decorator is left to make it."""
    options = _options(definition)
    methods = {node.name for node in definition.body if isinstance(node, ast.FunctionDef)}
    if (
        options is None
        or definition.bases
        or "__init__" in methods
        or not options.keys() <= {"slots", "kw_only", "unsafe_hash", "eq"}
    ):
        return None
    parameters, statements = [], []
    for node in definition.body:
        if not isinstance(node, ast.AnnAssign) or not isinstance(node.target, ast.Name):
            continue
        try:
            told = list(_field(node, node.target.id))
        except ValueError:
            return None
        if told:
            parameters.append(told[0])
            statements.append(told[1])
    if "__post_init__" in methods:
        statements.append("self.__post_init__()")
    self = "self, *" if options.get("kw_only") else "self"
    return f"    def __init__({', '.join([self, *parameters])}) -> None: {'; '.join(statements)}" if statements else None


def _options(definition: ast.ClassDef) -> dict[str, object] | None:
    """What a class's only decorator says, if that is `dataclass`; None of any other class."""
    if len(definition.decorator_list) != 1:
        return None
    [decorator] = definition.decorator_list
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    if not isinstance(called, ast.Name) or called.id != "dataclass":
        return None
    keywords = decorator.keywords if isinstance(decorator, ast.Call) else []
    return {str(keyword.arg): ast.literal_eval(keyword.value) for keyword in keywords}


def _field(node: ast.AnnAssign, name: str) -> Iterator[str]:
    """The parameter of a field and the statement that sets it; nothing where the class sets it itself.

    Raises:
        ValueError: of a field that is told in another way.
    """
    kind = ast.unparse(node.annotation)
    if kind.startswith(("ClassVar", "InitVar")):
        raise ValueError(name)
    value = node.value
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "field":
        told = {keyword.arg: keyword.value for keyword in value.keywords}
        if told.keys() == {"init"}:
            return
        if told.keys() != {"default_factory"} or not isinstance(told["default_factory"], ast.Name):
            raise ValueError(name)
        yield f"{name}: {kind} | None = None"
        yield f"self.{name} = {told['default_factory'].id}() if {name} is None else {name}"
        return
    yield f"{name}: {kind}" + (f" = {ast.unparse(value)}" if value is not None else "")
    yield f"self.{name} = {name}"
