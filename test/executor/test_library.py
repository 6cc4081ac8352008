import sys
import unittest
import zoneinfo

from support import ExecutorTest, run, run_body


class Library(ExecutorTest):
    def test_what_the_library_loads_behind_ones_back_is_there(self):
        body = """
            import datetime, warnings, time, statistics, decimal, fractions, re, string, textwrap
            warnings.warn("careful")
            parsed = datetime.datetime.strptime("2024-02-29", "%Y-%m-%d")
            time.strptime("12", "%H"), time.localtime()
            big = len(str(7 ** 30000))
            return [str(parsed.date()), big, str(decimal.Decimal(1) / 7)[:6], statistics.mean([1, 2, 3])]
            """
        output = run_body(body)
        self.assertEqual(output["returnValue"], ["2024-02-29", 25353, "0.1428", 2])
        self.assertIn("UserWarning: careful", output["stderr"])

    def test_codecs_can_be_used(self):
        names = ["cp949", "euc-kr", "utf-16", "utf-32", "shift_jis", "latin-1", "idna", "utf-8-sig"]
        body = "return [('a' if n in ('idna', 'latin-1', 'shift_jis') else '가').encode(n).decode(n) for n in value]"
        expected = ["a" if name in ("idna", "latin-1", "shift_jis") else "가" for name in names]
        self.assert_value(run_body(body, names), expected)

    def test_a_library_that_is_not_preloaded_is_loaded_when_the_source_names_it(self):
        code = """
            import csv, graphlib, xml.etree.ElementTree
            from concurrent import futures
            from xml.dom import minidom
            def solution(v):
                import uuid
                tag = xml.etree.ElementTree.fromstring("<a/>").tag
                return [tag, next(csv.reader(["1,2"])), list(graphlib.TopologicalSorter({1: [2]}).static_order())]
            """
        self.assert_value(run(code), ["a", ["1", "2"], [2, 1]])

    def test_a_library_that_is_named_by_a_text_is_loaded_too(self):
        body = """
            import importlib
            return [__import__("csv").__name__, importlib.import_module("sched").__name__]
            """
        self.assert_value(run_body(body), ["csv", "sched"])

    def test_time_zones_that_the_source_names_can_be_used(self):
        code = "import datetime, zoneinfo\ndef solution(v):\n    zone = zoneinfo.ZoneInfo('Asia/Seoul')\n"
        code += "    return str(datetime.datetime(2020, 1, 1, tzinfo=zone))"
        try:
            zoneinfo.ZoneInfo("Asia/Seoul")
        except zoneinfo.ZoneInfoNotFoundError:
            self.skipTest("this machine has no time zones")
        self.assert_value(run(code), "2020-01-01 00:00:00+09:00")

    def test_a_module_that_does_not_exist_is_not_found_by_its_name(self):
        self.assert_reason(run("import numpy\n"), "EXCEPTION", "ModuleNotFoundError: No module named 'numpy'")
        output = run_body("try:\n    import numpy\nexcept ImportError as e:\n    return e.name")
        self.assert_value(output, "numpy")

    def test_native_code_is_out_of_reach(self):
        for code in (
            "import ctypes",
            "__import__('_ctypes')",
            "import ctypes.util",
            "import multiprocessing.sharedctypes",
        ):
            self.assert_reason(run(code), "EXCEPTION", "is not available here")

    def test_exit_is_there_as_in_any_interpreter(self):
        self.assert_reason(run_body("exit()"), "NO_RESULT")

    def test_the_locale_of_the_environment_can_be_chosen(self):
        body = """
            import locale
            chosen = [locale.setlocale(locale.LC_ALL), locale.setlocale(locale.LC_ALL, "")]
            return chosen + [locale.format_string("%.1f", 1.5), locale.localeconv()["decimal_point"]]
            """
        output = run_body(body)
        self.assertEqual(output["stderr"], "")
        self.assertEqual(output["returnValue"][1:], ["C.UTF-8", "1.5", "."])

    def test_deep_recursion_works_when_its_limit_is_raised(self):
        if sys.version_info < (3, 11):
            self.skipTest("Python calls use the C stack")
        code = "import sys\nsys.setrecursionlimit(10**6)\ndef depth(n): return 0 if n == 0 else 1 + depth(n - 1)\n"
        self.assert_value(run(code + "def solution(v): return depth(v)", 50_000), 50_000)
        self.assert_reason(
            run("def solution(v): return solution(v)"), "EXCEPTION", "RecursionError: maximum recursion depth"
        )


if __name__ == "__main__":
    unittest.main()
