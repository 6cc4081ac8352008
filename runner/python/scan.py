"""Loads, before the jail closes, the standard library that a source will ask for.

Later is too late: no file can be opened then. It does not run the source, and it
reports nothing: a source that cannot be parsed is left to the compiler, and an
import that fails here fails again, with its own error, in the solution.
"""

import ast
import sys
import time
import warnings
from collections.abc import Iterator

# CPU seconds that a source's imports may take together. They are not charged to the
# solution, so that a list of the whole standard library must not hold the executor.
BUDGET_SECONDS = 0.8


def import_what_is_named(source: str) -> None:
    """Import the standard modules, and load the time zones, that ``source`` names."""
    if "import" not in source:
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return
    started = time.process_time()
    for name, members in _imports(tree, "__import__" in source or "import_module" in source):
        if time.process_time() - started > BUDGET_SECONDS:
            return
        _import(name, members)
    if "zoneinfo" in sys.modules:
        _load_zones(tree)


def _imports(tree: ast.AST, has_imports_by_text: bool) -> Iterator[tuple[str, list[str]]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, []
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module, [alias.name for alias in node.names]
        elif has_imports_by_text and isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value, []


def _import(name: str, members: list[str]) -> None:
    top = name.partition(".")[0]
    if top not in sys.stdlib_module_names or top.startswith("_") and top != "__future__":
        return
    if "__main__" in name.split(".") or "__main__" in members:
        # A program, not a library: importing it would run it, out here.
        return
    try:
        # As the statement itself does it: members may be modules, or load some.
        __import__(name, None, None, members)
    except BaseException:  # noqa: BLE001 - whatever a module raises, it raises again in the solution
        return


def _load_zones(tree: ast.AST) -> None:
    zone_info = sys.modules["zoneinfo"].ZoneInfo
    texts = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 40
    }
    keys = [text for text in sorted(texts) if "/" in text or text.isupper()]
    for key in keys[:32]:
        try:
            # ``ZoneInfo`` caches weakly beyond its last eight: hold on to what was loaded.
            _zones.append(zone_info(key))
        except Exception:  # noqa: BLE001 - not a zone, or not one that this machine has
            continue


_zones: list[object] = []
