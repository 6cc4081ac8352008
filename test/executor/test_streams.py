"""The three streams, held against those of an interpreter that was started on pipes."""

import json
import subprocess
import sys
import unittest

from support import ExecutorTest, run

# Everything that can be read of a stream without reading or writing, and what follows from it.
ASK = """
import sys
def ask(question):
    try:
        return repr(question())
    except Exception as fault:
        return f"{type(fault).__name__}: {fault}"
def properties(stream):
    found = {}
    for path in ("", "buffer", "buffer.raw"):
        part = stream
        for name in filter(None, path.split(".")):
            part = getattr(part, name)
        for name in sorted(dir(part)):
            if name.startswith("__") or name in ("readall", "read", "read1", "readline", "readlines", "peek"):
                continue
            member = getattr(part, name, None)
            if not callable(member):
                found[f"{path} {name}"] = ask(lambda: getattr(part, name))
            elif name in ("fileno", "isatty", "readable", "seekable", "writable", "tell", "flush"):
                found[f"{path} {name}()"] = ask(member)
    return {key: text.partition(" object at ")[0] for key, text in found.items()}
def solution(_):
    streams = (sys.stdin, sys.stdout, sys.stderr)
    found = [properties(stream) for stream in streams]
    found.append([sys.stdin is sys.__stdin__, sys.stdout is sys.__stdout__, sys.stderr is sys.__stderr__])
    found.append(ask(sys.stdin.read))
    found += [ask(lambda: s.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)) for s in streams]
    found += [properties(stream) for stream in streams]
    found.append(ask(lambda: sys.stdout.seek(0)))
    return found
"""


class Streams(ExecutorTest):
    def test_every_property_is_what_an_interpreter_on_pipes_has(self) -> None:
        plain = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", ASK + "\nimport json; answer = solution(None)"
             "\nsys.stdout.write(json.dumps(answer))"],
            input="", capture_output=True, text=True, check=True, env={"LANG": "C.UTF-8"},
        )  # fmt: skip
        self.maxDiff = None
        self.assertEqual(run(ASK)["returnValue"], json.loads(plain.stdout))

    def test_a_solution_may_reconfigure_its_streams(self) -> None:
        output = run(
            'import sys\nsys.stdout.reconfigure(encoding="cp949", newline="\\r\\n")\n'
            'def solution(value):\n    print("가")\n    sys.stderr.reconfigure(line_buffering=False)\n    return value',
            7,
        )
        self.assert_value(output, 7)
        self.assertEqual(output["stdout"], "가\r\n".encode("cp949").decode("utf-8", "replace"))

    def test_a_solution_may_wrap_and_detach_its_streams(self) -> None:
        output = run(
            "import io, sys\ndef solution(value):\n"
            "    sys.stdout = io.TextIOWrapper(sys.stdout.detach(), 'utf-8')\n    print('rewrapped')\n"
            "    sys.stdout.flush()\n    return value",
            1,
        )
        self.assert_value(output, 1)
        self.assertEqual(output["stdout"], "rewrapped\n")


if __name__ == "__main__":
    unittest.main()
