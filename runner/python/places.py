"""Shows an ordinary place of Python in the stead of the machine's own, wherever a path can be seen.

Code, modules, ``sys`` and what comes of them (tracebacks, ``inspect``, ``sysconfig``) name the
places that are shown; files are read from the real ones. It does not know who looks. It comes
before everything else, and so imports nothing that is not there already: little is to be renamed.
"""

from __future__ import annotations

import _frozen_importlib_external as machinery
import _imp
import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from types import CodeType, ModuleType
    from typing import Any

PREFIX = "/usr/local"
EXEC_PREFIX = PREFIX if sys.base_exec_prefix == sys.base_prefix else f"{PREFIX}/exec"
RUNNER = "/runner"

# Each real place, and what is shown in its stead. One may lie below another that comes later.
_PLACES = [
    (f"{os.path.dirname(os.path.abspath(__file__))}/", f"{RUNNER}/"),
    (f"{sys.base_exec_prefix}/", f"{EXEC_PREFIX}/"),
    (f"{sys.base_prefix}/", f"{PREFIX}/"),
]
_SHOWN = (f"{RUNNER}/", f"{PREFIX}/")


def shown(path: str) -> str:
    """Return the path that stands for this real one; a shown one stands for itself."""
    folder = f"{path}/"
    if not folder.startswith(_SHOWN):
        for place, show in _PLACES:
            if folder.startswith(place):
                return (show + folder[len(place) :])[:-1]
    return path


def real(path: str) -> str:
    """Return the path at which that shown one is."""
    folder = f"{path}/"
    for place, show in _PLACES:
        if folder.startswith(show):
            return (place + folder[len(show) :])[:-1]
    return path


def show_instead() -> None:
    """Show the ordinary places from now on, in what is loaded and in what will be."""
    sys.prefix = sys.base_prefix = PREFIX
    sys.exec_prefix = sys.base_exec_prefix = EXEC_PREFIX
    machine: Any = sys
    machine._stdlib_dir = shown(os.path.dirname(os.__file__))
    machine.executable = machine._base_executable = f"{PREFIX}/bin/python{sys.version_info[0]}.{sys.version_info[1]}"
    sys.orig_argv[:] = [sys.executable, "solution.py"]
    sys.argv[0] = shown(sys.argv[0])
    sys.path[:] = map(shown, sys.path)
    sys.path_hooks.insert(0, _find_below)
    sys.path_importer_cache.clear()
    for module in list(sys.modules.values()):
        _rename(module)
    function = type(shown)
    codes = [member.__code__ for member in gc.get_objects() if type(member) is function]
    # What runs now, too.
    frame = sys._getframe()
    while frame is not None:
        codes.append(frame.f_code)
        frame = frame.f_back
    for code in codes:
        rename_code(code, shown(code.co_filename))


def rename_code(code: CodeType, path: str) -> None:
    """Have ``code``, and what is defined in it, name that file."""
    # As the import system does with compiled files.
    _imp._fix_co_filename(code, path)  # pyright: ignore[reportAttributeAccessIssue]


class SourceFileLoader(machinery.SourceFileLoader):
    """Loads from a real file what is shown to come from another."""

    __module__ = machinery.SourceFileLoader.__module__

    def get_data(self, path: str) -> bytes:
        """Read the file."""
        return super().get_data(real(path))

    def path_stats(self, path: str) -> Any:
        """Ask for the state of the file."""
        return super().path_stats(real(path))

    def exec_module(self, module: Any) -> None:
        """Run it, and show the ordinary places in what this interpreter was built with."""
        super().exec_module(module)
        if module.__name__.startswith("_sysconfigdata"):
            _show_in_settings(module.build_time_vars)


class ExtensionFileLoader(machinery.ExtensionFileLoader):
    """The same for shared libraries."""

    __module__ = machinery.ExtensionFileLoader.__module__

    def create_module(self, spec: Any) -> ModuleType:
        """Load the library."""
        place, spec.origin = spec.origin, real(spec.origin)
        try:
            return super().create_module(spec)
        finally:
            spec.origin = place

    def exec_module(self, module: ModuleType) -> None:
        """Fill the module."""
        super().exec_module(module)
        module.__file__ = self.path


_LOADERS: dict[type, type] = {
    machinery.SourceFileLoader: SourceFileLoader,
    machinery.ExtensionFileLoader: ExtensionFileLoader,
}


class _Finder(machinery.FileFinder):
    """Finds in a real folder, and shows another."""

    def __repr__(self) -> str:
        return f"FileFinder({shown(self.path)!r})"

    def find_spec(self, fullname: str, target: Any = None) -> ModuleSpec | None:
        spec: Any = super().find_spec(fullname, target)
        if spec is not None:
            _rename_spec(spec)
        return spec


def _show_in_settings(settings: dict[str, Any]) -> None:
    for name, setting in settings.items():
        if isinstance(setting, str):
            for place, show in _PLACES:
                setting = setting.replace(place[:-1], show[:-1])
            settings[name] = setting


def _find_below(path: str) -> _Finder:
    if not f"{path}/".startswith(_SHOWN):
        raise ImportError("the place is not shown as another", path=path)
    return _Finder(
        real(path),
        (ExtensionFileLoader, machinery.EXTENSION_SUFFIXES),
        (SourceFileLoader, machinery.SOURCE_SUFFIXES),
    )


def _rename(module: Any) -> None:
    spec = getattr(module, "__spec__", None)
    if spec is not None:
        _rename_spec(spec)
    for name in ("__file__", "__cached__"):
        if isinstance(getattr(module, name, None), str):
            setattr(module, name, shown(getattr(module, name)))
    if spec is not None and spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations


def _rename_spec(spec: Any) -> None:
    if spec.has_location:
        spec.origin = shown(spec.origin)
        # It follows from the origin when it is asked for.
        spec._cached = None
    if spec.submodule_search_locations is not None:
        spec.submodule_search_locations = list(map(shown, spec.submodule_search_locations))
    loader = spec.loader
    if type(loader) in _LOADERS:
        loader.__class__ = _LOADERS[type(loader)]
    if hasattr(loader, "path"):
        loader.path = shown(loader.path)
    state: Any = getattr(spec, "loader_state", None)
    if getattr(state, "filename", None):
        state.filename = shown(state.filename)
