"""Derives ``runner/python/library.json``: what each module of the standard library may import, ever.

    python3.12 pack/derive_library.py python3.10 python3.11 python3.13

The interpreters named are read too, and their libraries merged in. Imports count wherever they
stand, in functions as well, but for what only runs when a module is started as a program. In a
module that imports by a computed name, every text that is a module's name counts.
"""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "runner" / "python" / "library.json"
# Of no use without files or a display, or refused to solutions.
LEFT_OUT = frozenset("ctypes ensurepip idlelib lib-dynload site-packages test tests tkinter turtledemo".split())


def find_modules(folder: Path, package: str = "") -> Iterator[tuple[str, Path]]:
    """Yield the name and file of every module below ``folder``."""
    for entry in sorted(folder.iterdir()):
        if entry.is_dir() and entry.name not in LEFT_OUT and (entry / "__init__.py").exists():
            yield from find_modules(entry, f"{package}{entry.name}.")
        elif entry.suffix == ".py" and entry.stem != "__main__":
            yield (package[:-1] if entry.stem == "__init__" else package + entry.stem), entry


class _Imports(ast.NodeVisitor):
    def __init__(self, package: str, modules: dict[str, Path]) -> None:
        self.found: set[str] = set()
        self._package = package
        self._modules = modules
        self._texts: set[str] = set()
        self._computes = False

    def names(self) -> set[str]:
        found = self.found | (self._texts if self._computes else set())
        parents = {name.rsplit(".", up)[0] for name in found for up in range(name.count(".") + 1)}
        return {name for name in found | parents if name.partition(".")[0] in sys.stdlib_module_names}

    def visit_If(self, node: ast.If) -> None:
        if "__main__" not in ast.unparse(node.test):
            self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if node.name not in ("_test", "test", "_main", "main"):
            self.generic_visit(node)

    def visit_Import(self, node: ast.Import) -> None:
        self.found.update(alias.name for alias in node.names)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        base = node.module or ""
        if node.level:
            parts = self._package.split(".")
            base = ".".join([*parts[: len(parts) - node.level + 1], *filter(None, [node.module])])
        members = {f"{base}.{alias.name}" for alias in node.names}
        self.found |= {base} | (members & self._modules.keys())

    def visit_Call(self, node: ast.Call) -> None:
        if ast.unparse(node.func).rpartition(".")[2] in ("__import__", "import_module") and node.args:
            if not isinstance(node.args[0], ast.Constant):
                self._computes = True
            elif isinstance(node.args[0].value, str):
                self.found.add(node.args[0].value)
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and node.value in self._modules:
            self._texts.add(node.value)


def derive() -> dict[str, list[str]]:
    """Return the imports of every module of this interpreter's library."""
    modules = dict(find_modules(Path(os.__file__).parent))
    modules = {name: file for name, file in modules.items() if name.partition(".")[0] in sys.stdlib_module_names}
    graph = {}
    for name, file in modules.items():
        package = name if file.stem == "__init__" else name.rpartition(".")[0]
        imports = _Imports(package, modules)
        imports.visit(ast.parse(file.read_bytes()))
        graph[name] = sorted(imports.names() - {name})
    return graph


def main() -> None:
    """Write the table of this interpreter and of those named; alone with ``-`` print one's own."""
    merged: dict[str, set[str]] = {}
    if sys.argv[1:] == ["-"]:
        print(json.dumps(derive()))
        return
    others = [subprocess.check_output([python, __file__, "-"], text=True) for python in sys.argv[1:]]
    for graph in (derive(), *map(json.loads, others)):
        for name, imports in graph.items():
            merged.setdefault(name, set()).update(imports)
    lines = [f"{json.dumps(name)}: {json.dumps(' '.join(sorted(merged[name])))}" for name in sorted(merged)]
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
