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
class Context:
    aws_request_id = "request-1"
answer = {"results": ["가"]}
farewell = lambda_function.Farewell(lambda_function._runtime_api)
lambda_function._give_up("for a test")
farewell.post(answer, Context.aws_request_id)
lambda_function.leave()
"""


class RuntimeApi(http.server.BaseHTTPRequestHandler):
    """Takes one kind of request: the answer to an invocation."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.seen.append((self.path, json.loads(body)))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *_arguments):
        """Say nothing."""


class Farewell(unittest.TestCase):
    def leave(self, status):
        server = http.server.HTTPServer(("127.0.0.1", 0), RuntimeApi)
        server.seen, server.status = [], status
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
        return server.seen, done

    def test_the_answer_is_posted_before_the_process_ends(self):
        seen, done = self.leave(202)
        self.assertEqual(seen, [("/2018-06-01/runtime/invocation/request-1/response", {"results": ["가"]})])
        self.assertEqual((done.returncode, done.stderr), (1, b""))
        line = json.loads(done.stdout)
        self.assertEqual((line["message"], line["cause"]), ("environment given up", "for a test"))

    def test_the_process_ends_too_when_the_answer_is_not_taken(self):
        _, done = self.leave(500)
        self.assertEqual(done.returncode, 1, done.stderr)
