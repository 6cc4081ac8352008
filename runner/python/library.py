"""Keeps the standard library importable after the jail has closed, when no file can be opened.

What the modules of a solution may import later is read before, and run only if it is imported.
Code in shared libraries cannot wait: it is loaded. What a solution imports by a name that it
computes cannot be known: the case is run again then, with all of the library read. Nothing here knows
what a solution names: ``scan`` has imported that.
"""

import importlib
import importlib.machinery
import json
import marshal
import os
import sys
from collections.abc import Iterable
from types import CodeType, ModuleType
from typing import Any

import event_loop
import importers
import places
import preload
import time_zones

_STDLIB = os.path.dirname(os.__file__)
_GRAPH = os.path.join(os.path.dirname(__file__), "library.json")
_MAGIC: bytes = importlib.machinery.SourceFileLoader.__init__.__globals__["MAGIC_NUMBER"]

# Shared libraries that nobody misses: some act when they are loaded, the others load half of
# the library, which does without them.
_UNWANTED = frozenset("readline nis ossaudiodev _tkinter _dbm _gdbm _asyncio _elementtree _zoneinfo".split())
_UNWANTED_PREFIXES = ("_test", "_xx", "xx", "_ctypes")

_shared: frozenset[str] = frozenset()
_files: dict[str, tuple[str, bool, bytes]] = {}


def note_shared() -> None:
    """Take what is loaded now for what every case has: its own imports are ``preload``'s matter."""
    global _shared
    _shared = frozenset(sys.modules)
    _adopt(sys.modules)


def shelve_rest() -> None:
    """Read what is loaded later, for a solution that imports it in a closed jail."""
    for name in preload.REST_FILES:
        if name not in sys.modules:
            _read(name, False)


def show_rest() -> None:
    """Bring into sight, in a case, what cases share but seldom ask for."""
    global _shared
    brought = preload.show_rest()
    _shared |= brought
    _adopt(brought)


def make_ready(is_whole: bool) -> None:
    """Read what a source, whose own imports are loaded, may still import; ``is_whole``: all there is."""
    for name in event_loop.MENDS:
        _mend(name)
    if is_whole:
        show_rest()
    # Asked first, and without a set: it would touch, and so copy, a page or two for each name.
    roots = sys.modules.keys() - _shared if len(sys.modules) != len(_shared) else set()
    _adopt(roots)
    if is_whole:
        graph = _read_graph()
        _prepare({*graph, *_extensions()}, graph)
        _read_loaded(graph)
    elif roots:
        graph = _read_graph()
        _prepare(_reachable(roots, graph), graph)


def _reachable(roots: Iterable[str], graph: dict[str, str]) -> set[str]:
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        if name not in found and (name not in _shared or name == "encodings"):
            found.add(name)
            waiting.extend(graph.get(name, "").split())
    return found


def _prepare(names: set[str], graph: dict[str, str]) -> None:
    packages = {name.rpartition(".")[0] for name in graph}
    extensions = _extensions()
    for name in sorted(names - sys.modules.keys()):
        if name in graph:
            _read(name, name in packages)
        elif name in extensions:
            _load(name)
    if "sysconfig" in names:
        # Imported under a name of the machine.
        for file in os.listdir(places.real(_STDLIB)):
            if file.startswith("_sysconfigdata"):
                _read(file.removesuffix(".py"), False)
    if "zoneinfo" in names:
        _load("zoneinfo")
        time_zones.install()
    if "mimetypes" in sys.modules:
        # Once: it reads the machine's own files, where there are some.
        sys.modules["mimetypes"].init()


def _mend(name: str) -> None:
    if name in event_loop.MENDS and name in sys.modules:
        event_loop.MENDS[name](sys.modules[name])


def _read_loaded(graph: dict[str, str]) -> None:
    """Read also what is loaded already, which may be run once more."""
    for name in graph.keys() & sys.modules.keys():
        spec = sys.modules[name].__spec__
        if spec is not None and type(spec.loader) is SourceFileLoader:
            _read(name, spec.submodule_search_locations is not None)


def _adopt(names: Iterable[str]) -> None:
    """Have modules that were loaded from files looked for here, should they be run once more."""
    for name in names:
        loader: Any = getattr(getattr(sys.modules[name], "__spec__", None), "loader", None)
        if type(loader) is places.SourceFileLoader:
            loader.__class__ = SourceFileLoader


def _read(name: str, is_likely_package: bool) -> None:
    path = os.path.join(places.real(_STDLIB), *name.split("."))
    forms = [(f"{path}.py", False), (f"{path}/__init__.py", True)]
    # What is a package in one version may be a module in another.
    for file, is_folder in reversed(forms) if is_likely_package else forms:
        if _read_file(name, file, is_folder):
            return


def _read_file(name: str, path: str, is_package: bool) -> bool:
    folder, _, file = path.rpartition("/")
    code = _contents(f"{folder}/__pycache__/{file[:-3]}.{sys.implementation.cache_tag}.pyc")
    if code is None or not code.startswith(_MAGIC):
        code = _contents(path)
    if code is not None:
        _files[name] = places.shown(path), is_package, code
    return code is not None


def _contents(path: str) -> bytes | None:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        return os.read(descriptor, os.fstat(descriptor).st_size)
    finally:
        os.close(descriptor)


def _load(name: str) -> None:
    try:
        importlib.import_module(name)
    except Exception:  # noqa: BLE001 - it fails again where it is asked for
        return


def _extensions() -> set[str]:
    folder = places.real(os.path.join(_STDLIB, "lib-dynload"))
    try:
        names = {file.partition(".")[0] for file in os.listdir(folder)}
    except OSError:
        return set()
    return {name for name in names - _UNWANTED if not name.startswith(_UNWANTED_PREFIXES)}


def _read_graph() -> dict[str, str]:
    with open(places.real(_GRAPH), encoding="utf-8") as file:
        return json.load(file)


class Shelf:
    """The finder of what was read."""

    @staticmethod
    def find_spec(name: str, path: Any = None, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        """Find ``name`` among it."""
        if name not in _files:
            return None
        file, is_package, _ = _files[name]
        spec = importlib.machinery.ModuleSpec(name, SourceFileLoader(name, file), origin=file, is_package=is_package)
        spec.has_location = True
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(file)]
        return spec


class SourceFileLoader(places.SourceFileLoader):
    """Takes the code of a module from what was read."""

    __module__ = importlib.machinery.SourceFileLoader.__module__

    def exec_module(self, module: ModuleType) -> None:
        """Run it in ``module``, and mend what does not work here."""
        super().exec_module(module)
        _mend(module.__name__)

    def get_code(self, fullname: str) -> CodeType | None:
        """Return the code of that module."""
        if fullname not in _files:
            importers.report_missing()
            return super().get_code(fullname)
        _, _, code = _files[fullname]
        if not code.startswith(_MAGIC):
            return compile(code, self.path, "exec", 0, True)
        compiled = marshal.loads(code[16:])
        places.rename_code(compiled, self.path)
        return compiled


importers.look_in(Shelf)
