"""Looking for imports in a source that is not parsed."""

import ast
import os
import time
import unittest
from pathlib import Path

import support  # noqa: F401

import scan


class Scanning(unittest.TestCase):
    def test_texts_that_never_end_take_time_by_their_length_and_not_by_its_square(self):
        for quote in "'\"":
            for bomb in (f"{quote}\\" * 30_000, f"{quote}a\\" * 20_000, f"\\{quote}" * 30_000, quote * 60_001):
                started = time.process_time()
                self.found(f"import a\n{bomb}")
                self.assertLess(time.process_time() - started, 2, bomb[:6])

    def test_no_source_takes_more_than_its_length(self):
        for unit in (
            "import (", "from a import (b,", "from ", "from a ", "import ", "import a as ", '"', "'", '"""', "'''",
            '\\"""', "'''\\", '""" ', "#", "#\n", "\\\n", "\\", "a.", "import a.", "import a,",
            "import a;", "f'{", "(", "from.", "\f", "import " + "a" * 30 + "\n", "'a.b'", "__import__('", "é",
            "import é ",
        ):  # fmt: skip
            for end in ("", "\\", ")"):
                short, long = (self.cpu_seconds(unit * (size // len(unit)) + end) for size in (16_000, 64_000))
                # Four times as long; what is quadratic takes sixteen times.
                self.assertLess(long, 10 * max(short, 0.0005), (unit, end))

    def cpu_seconds(self, source):
        tries = []
        for _ in range(2):
            started = time.process_time()
            code, texts = scan._split(source)
            for _ in scan._imports(code, texts):
                pass
            tries.append(time.process_time() - started)
        return min(tries)

    def test_it_finds_the_imports_that_a_parser_finds_in_every_file_of_the_library(self):
        count = 0
        for path in sorted(Path(os.__file__).parent.glob("*.py")):
            source = path.read_text(encoding="utf-8")
            count += 1
            self.assertEqual(self.found(source), self.parsed(source), path)
        self.assertGreater(count, 100)

    def test_it_finds_them_however_they_are_written(self):
        sources = [
            "import a, b.c as d ; import e",
            "from a import (b,\n c as d, # import no\n e)",
            "from a\\\n .b import c",
            "from a.b import*",
            "if 1: import a\nelse: import b",
            "x = 'import a' + \"import b\"  # import c\n'''import d\n'''\nr'\\' '\nimport e",
            "def f():\n\timport a\r\n\timport b\rimport c",
            "from . import a\nfrom .b import c\nfrom .. import d",
            "yield_from = 1\nfrom a import b\nimport c",
            "f'{x}' f\"{'import a'}\"; import b",
        ]
        for source in sources:
            with self.subTest(source):
                self.assertEqual(self.found(source), self.parsed(source))

    def found(self, source):
        code, _ = scan._split(source)
        return {
            name if not members else (name, member)
            for name, members in scan._imports(code, [])
            for member in members or [""]
            if not name.startswith(".")
        }

    def parsed(self, source):
        found = set()
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found |= {(node.module, alias.name) for alias in node.names}
        return found


if __name__ == "__main__":
    unittest.main()
