import http.server
import json
import subprocess
import sys
import threading
import unittest

from support import ROOT

PROGRAM = """
import json, sys
sys.path.insert(0, sys.argv[1])
import lambda_function
answer = {"results": ["가"]}
farewell = lambda_function.Farewell(lambda_function._runtime_api, "request-1")
lambda_function._give_up(lambda_function.Surprise("case", "for a test"))
farewell.post(answer)
lambda_function.leave()
"""


def runtime_api(status, seen):
    """Take one kind of request, the answer to an invocation, and answer it with ``status``."""

    class RuntimeApi(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            seen.append((self.path, json.loads(body)))
            self.send_response(status)
            self.end_headers()

        def log_message(self, format, *args):
            """Say nothing."""

    return http.server.HTTPServer(("127.0.0.1", 0), RuntimeApi)


class Farewell(unittest.TestCase):
    def leave(self, status):
        seen = []
        server = runtime_api(status, seen)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            environment = {"AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{server.server_port}", "PATH": "/usr/bin:/bin"}
            command = [sys.executable, "-B", "-c", PROGRAM, str(ROOT / "executor")]
            done = subprocess.run(command, env=environment, capture_output=True, timeout=60)
        finally:
            server.shutdown()
            thread.join()
            server.server_close()
        return seen, done

    def test_the_answer_is_posted_before_the_process_ends(self):
        seen, done = self.leave(202)
        self.assertEqual(seen, [("/2018-06-01/runtime/invocation/request-1/response", {"results": ["가"]})])
        self.assertEqual((done.returncode, done.stderr), (1, b""))
        line = json.loads(done.stdout)
        self.assertEqual((line["event"], line["kind"]), ("environment.given_up", "case"))
        self.assertEqual((line["cause"], line["level"]), ("for a test", "WARN"))
        self.assertRegex(line["timestamp"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")

    def test_the_process_ends_too_when_the_answer_is_not_taken(self):
        _, done = self.leave(500)
        self.assertEqual(done.returncode, 1, done.stderr)
