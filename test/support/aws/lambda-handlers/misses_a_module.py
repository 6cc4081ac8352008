"""Needs a module that is not there."""

import no_such_module_anywhere  # noqa: F401  # pyright: ignore[reportMissingImports]
