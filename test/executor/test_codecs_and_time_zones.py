import encodings.aliases
import pkgutil
import textwrap
import unittest

from support import ExecutorTest, run, run_body

from test_standard_library import plainly


class Codecs(ExecutorTest):
    def test_every_codec_is_there(self) -> None:
        modules = sorted(name for _, name, _ in pkgutil.iter_modules(encodings.__path__))
        names = sorted({*modules, *encodings.aliases.aliases, *encodings.aliases.aliases.values()})
        # The name comes from the input, and an unknown one is as unknown as to plain Python.
        source = """
            import codecs
            def attempt(name):
                try:
                    info = codecs.lookup(name)
                except LookupError as fault:
                    return f"{type(fault).__name__}: {fault}"
                try:
                    data, _ = info.encode("Ab1" if info._is_text_encoding else b"Ab1")
                    return [info.name, repr(data), repr(info.decode(data)[0])]
                except Exception as fault:
                    return f"{type(fault).__name__}: {fault}"
            def solution(names):
                return {name: attempt(name) for name in names}
            """
        source = textwrap.dedent(source)
        names += ["no-such", "cp999", "utf-99"]
        self.maxDiff = None
        self.assertEqual(run(source, names, timeout_ms=15000)["returnValue"], plainly(source, names))

    def test_a_codec_needs_no_more_than_its_name(self) -> None:
        self.assert_value(run_body("return list('я'.encode('cp1251'))"), [255])
        self.assert_value(run_body("return str(bytes(value[0]), value[1])", [[255], "koi8_r"]), "Ъ")
        self.assert_value(run_body("return len(bytes(value[0], value[1]))", ["я", "utf-16"]), 4)


class TimeZones(ExecutorTest):
    def test_every_zone_is_there_wherever_its_name_comes_from(self) -> None:
        source = """
import datetime, zoneinfo
def solution(names):
    noon = datetime.datetime(2024, 7, 1, 12)
    names = names or sorted(zoneinfo.available_timezones())
    return {name: str(noon.replace(tzinfo=zoneinfo.ZoneInfo(name)).utcoffset()) for name in names}
"""
        found = run(source, [])["returnValue"]
        self.assertGreater(len(found), 590)
        self.assertEqual(
            {name: found[name] for name in ("Asia/Seoul", "America/New_York", "Asia/Kathmandu", "UTC")},
            {"Asia/Seoul": "9:00:00", "America/New_York": "-1 day, 20:00:00", "Asia/Kathmandu": "5:45:00",
             "UTC": "0:00:00"},
        )  # fmt: skip
        self.assert_value(run(source, ["Europe/Berlin"]), {"Europe/Berlin": "2:00:00"})

    def test_a_zone_that_does_not_exist_is_not_found_as_in_python(self) -> None:
        code = "import zoneinfo\ndef solution(v): return str(zoneinfo.ZoneInfo(v))"
        fault = "ZoneInfoNotFoundError: 'No time zone found with key Mars/Base'"
        self.assert_reason(run(code, "Mars/Base"), "EXCEPTION", fault)
        self.assert_reason(run(code, "/etc/passwd"), "EXCEPTION", "ValueError: ZoneInfo keys may not be absolute paths")

    def test_zones_can_be_reached_by_a_late_import(self) -> None:
        body = "import importlib, datetime\nz = importlib.import_module('zone' + 'info').ZoneInfo(value)\n"
        body += "return str(datetime.datetime(2020, 1, 1, tzinfo=z))"
        self.assert_value(run_body(body, "Asia/Seoul"), "2020-01-01 00:00:00+09:00")


if __name__ == "__main__":
    unittest.main()
