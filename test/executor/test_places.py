"""No path of this machine is told, whoever asks; and those that are told agree."""

import os
import sys
import unittest

from support import ROOT, ExecutorTest, fault_of, run, run_body

LIBRARY = f"/usr/local/lib/python{sys.version_info[0]}.{sys.version_info[1]}"
# Each says all that it can find out about where it runs.
TELLERS = {
    "the stack": "import inspect\nreturn [str(f) for f in inspect.stack()]",
    "frames": "import sys\nframe, found = sys._getframe(), []\nwhile frame:\n    found.append(repr(frame.f_code) + "
    "repr(frame.f_globals) + repr(frame.f_locals))\n    frame = frame.f_back\nreturn found",
    "print_stack": "import traceback\ntraceback.print_stack()",
    "faulthandler": "import faulthandler, sys\nfaulthandler.dump_traceback(sys.__stderr__)",
    "faulthandler of a crash": "import faulthandler, os, signal\nfaulthandler.enable()\n"
    "os.kill(os.getpid(), signal.SIGABRT)",
    "warnings": "import warnings\nfor level in range(1, 12):\n    warnings.warn(str(level), stacklevel=level)",
    "logging": "import logging\nlogging.basicConfig(format='%(pathname)s %(module)s')\nfor level in range(1, 12):\n"
    "    logging.warning('x', stacklevel=level, stack_info=True)",
    "tracemalloc": "import tracemalloc, json\ntracemalloc.start(25)\njson.loads('[1, 2]')\n"
    "return [str(t) for s in tracemalloc.take_snapshot().traces for t in s.traceback]",
    "print_exc": "import json, statistics, traceback\nfor f in (json.loads, statistics.mean, __import__):\n"
    "    try: f('')\n    except Exception: traceback.print_exc()",
    "an uncaught fault": "import json\njson.loads('')",
    "modules": "import sys\nreturn [repr((m, vars(m).get('__spec__'), vars(m).get('__file__'), "
    "vars(m).get('__cached__'), vars(m).get('__path__'), vars(m).get('__loader__'))) for m in sys.modules.values()]",
    "late modules": "import builtins\nm = getattr(builtins, '__imp' + 'ort__')('difflib')\n"
    "return [repr(m), m.__file__, m.__cached__, m.unified_diff.__code__.co_filename, repr(m.__spec__)]",
    "sys": "import sys\nreturn {n: repr(getattr(sys, n)) for n in dir(sys)}",
    "sysconfig": "import sysconfig\nreturn [sysconfig.get_paths(), sysconfig.get_config_vars()]",
    "site": "import site\nreturn [site.getsitepackages(), site.PREFIXES]",
    "inspect": "import inspect, json, argparse, math\nreturn [inspect.getfile(json), inspect.getfile(argparse), "
    "inspect.getsourcefile(json.loads)]",
    "functions": "import gc, types\nreturn sorted({o.__code__.co_filename for o in gc.get_objects() if type(o) is "
    "types.FunctionType})",
    "environment": "import os\nreturn [dict(os.environ), os.getcwd(), os.__file__]",
    "help": "import json\nhelp(json)",
    "profile": "import cProfile, json, pstats, sys\np = cProfile.Profile()\np.runcall(json.loads, '[1]')\n"
    "pstats.Stats(p, stream=sys.stdout).print_stats()",
}  # fmt: skip


class Places(ExecutorTest):
    def test_no_path_of_this_machine_is_told(self) -> None:
        for name, body in TELLERS.items():
            with self.subTest(name):
                output = run_body(body, timeout_ms=15000)
                told = str([output["returnValue"], output["stdout"], output["stderr"]])
                self.assertNotEqual(told, str([None, "", ""]))
                for place in (str(ROOT), os.path.dirname(os.__file__), sys.executable):
                    if not place.startswith("/usr/local"):
                        self.assertNotIn(place, told)

    def test_all_that_is_told_of_the_library_agrees(self) -> None:
        body = """
            import inspect, json, sys, sysconfig, traceback
            try:
                json.loads("")
            except ValueError:
                lines = traceback.format_exc()
            where = [json.__file__, inspect.getfile(json), json.__spec__.origin, json.loads.__code__.co_filename]
            shown = f'File "{json.decoder.__file__}"' in lines
            return [sorted(set(where)), shown, sysconfig.get_path("stdlib"), sys.prefix, sys.path[1]]
            """
        self.assert_value(run_body(body), [[f"{LIBRARY}/json/__init__.py"], True, LIBRARY, "/usr/local", LIBRARY])
        told = fault_of(run("from json import nothing\n"))
        self.assertIn(f"({LIBRARY}/json/__init__.py)", told["error"])


if __name__ == "__main__":
    unittest.main()
