import sys
import unittest

from support import ExecutorTest, lambda_function, run, run_body

# What a solution finds loaded, but for what belongs to codecs. Named so that nobody takes it for a
# source that computes what it imports, for which more is loaded.
LOADED = """
import sys
{imports}
def solution(value):
    codecs = ("encodings.", "_codecs_", "_multibytecodec", "_bz2", "zlib")
    return sorted(name for name in getattr(sys, {modules}) if not name.startswith(codecs))
"""


def run_in_a_new_environment(code, input_data=None):
    lambda_function.executor.close()
    return run(code, input_data)


class Preload(ExecutorTest):
    def assert_same_in_an_old_environment(self, code):
        new = run_in_a_new_environment(code)
        self.assertEqual(new["reason"], None, new["stderr"])
        for _ in range(2):
            self.assertEqual(run(code)["returnValue"], new["returnValue"])

    def test_a_solution_finds_the_same_modules_in_a_new_environment_and_in_an_old_one(self):
        for imports in (
            "",
            "import collections, heapq, typing",
            "import statistics",
            "from dataclasses import dataclass",
            "import _strptime, _datetime",
            "import csv, xml.dom.minidom",
        ):
            with self.subTest(imports):
                self.assert_same_in_an_old_environment(LOADED.format(imports=imports, modules="'mod' 'ules'"))

    def test_so_does_one_that_computes_what_it_imports(self):
        self.assert_same_in_an_old_environment(LOADED.format(imports="import importlib", modules="'modules'"))

    def test_what_the_interpreter_imports_by_itself_is_there_without_an_import(self):
        code = "def solution(value): return len(str(7 ** 30000)), '\\N{BULLET}', 'straße.de'.encode('idna').decode()"
        for _ in range(2):
            self.assert_value(run_in_a_new_environment(code), [25353, "•", "strasse.de"])
        self.assert_value(run(code), [25353, "•", "strasse.de"])

    def test_what_functions_import_when_called_is_there_in_a_new_environment_too(self):
        code = "import time\ndef solution(value):\n    return getattr(time, 'strp' 'time')('12', '%H').tm_hour + value"
        new = run_in_a_new_environment(code, 1)
        self.assert_value(new, 13)
        self.assert_value(run(code, 1), 13)

    def test_a_fault_is_told_alike_in_a_new_environment_and_in_an_old_one(self):
        code = "def solution(value):\n    return [1, 2, 3][0] + (value + 1)[2] / 0"
        new = run_in_a_new_environment(code, 1)
        self.assertIn("~", new["stderr"] if sys.version_info >= (3, 11) else "~")
        self.assertEqual(run(code, 1)["stderr"], new["stderr"])

    def test_what_a_solution_did_to_a_module_is_gone_with_it(self):
        spoil = "import statistics\nstatistics.mean = None\ndef solution(value): return statistics.mean"
        for _ in range(2):
            self.assert_value(run(spoil), None)
            self.assert_value(run_body("import statistics; return statistics.mean([1, 3])"), 2)


if __name__ == "__main__":
    unittest.main()
