"""What the tests of JavaScript share."""

import textwrap
from typing import Any

from support import NODE, ExecutorTest, lambda_function


def run_script(code: str, input_data: Any = None, **event: Any) -> dict[str, Any]:
    """Run one case in JavaScript through the handler."""
    payload = {"code_to_execute": textwrap.dedent(code), "input_data": input_data, "language": "javascript", **event}
    return lambda_function.lambda_handler(payload, None)


def run_scripts(code: str, inputs: list[Any], **event: Any) -> list[dict[str, Any]]:
    """Run the cases of one batch in JavaScript."""
    payload = {"code_to_execute": textwrap.dedent(code), "inputs": inputs, "language": "nodejs24", **event}
    return lambda_function.lambda_handler(payload, None)["results"]


class JavaScriptTest(ExecutorTest):
    """Needs the Node of the repository."""

    @classmethod
    def setUpClass(cls) -> None:
        assert NODE.exists(), f"there is no Node at {NODE}: npm ci brings it"

    def assert_returns(self, expression: str, expected: Any, **event: Any) -> None:
        """What a solution returns that gives back this expression of ``x``, its input."""
        with self.subTest(expression):
            self.assert_value(run_script(f"function solution(x) {{ return {expression}; }}", **event), expected)

    def assert_refuses(self, expression: str, sentence: str) -> None:
        """Returning this is told as what has no JSON form."""
        with self.subTest(expression):
            output = run_script(f"function solution() {{ return {expression}; }}")
            self.assert_reason(output, "BAD_RETURN_VALUE", sentence)
