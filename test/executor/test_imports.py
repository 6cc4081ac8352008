"""The import law of the Python side: the standard library and one's own folder, nothing else."""

import ast
import sys
import unittest
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def imported_modules(file: Path) -> Iterator[str]:
    """Top-level names of everything that a file imports."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


class ImportLaw(unittest.TestCase):
    def test_each_side_imports_the_standard_library_and_itself_only(self) -> None:
        for folder in (ROOT / "executor", ROOT / "runner" / "python"):
            files = list(folder.glob("*.py"))
            self.assertGreater(len(files), 5)
            allowed = {file.stem for file in files} | set(sys.stdlib_module_names)
            for file in files:
                with self.subTest(file.name):
                    self.assertLessEqual(set(imported_modules(file)), allowed)

    def test_only_the_composition_root_reads_the_environment(self) -> None:
        for file in (ROOT / "executor").glob("*.py"):
            if file.name != "lambda_function.py":
                self.assertNotIn("os.environ", file.read_text(encoding="utf-8"), file.name)


if __name__ == "__main__":
    unittest.main()
