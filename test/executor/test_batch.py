import support  # noqa: F401
from support import ExecutorTest

import lambda_function

DOUBLE = "def solution(v):\n    return v * 2"


class Clock:
    """A Lambda context whose time runs out by ``step_ms`` at each look."""

    def __init__(self, left_ms, step_ms=0):
        self.left_ms, self.step_ms, self.looks = left_ms, step_ms, 0

    def get_remaining_time_in_millis(self):
        self.looks += 1
        self.left_ms -= self.step_ms
        return self.left_ms


class Batch(ExecutorTest):
    def batch(self, inputs, context=None, code=DOUBLE, **event):
        return lambda_function.lambda_handler({"code_to_execute": code, "inputs": inputs, **event}, context)

    def test_results_come_one_for_each_input_in_order(self):
        answer = self.batch([1, "a", [2]])
        self.assertEqual(list(answer), ["results"])
        self.assertEqual([result["returnValue"] for result in answer["results"]], [2, "aa", [2, 2]])

    def test_no_inputs_have_no_results(self):
        self.assertEqual(self.batch([]), {"results": []})

    def test_each_case_is_a_process_of_its_own(self):
        code = "import os\ncount = [0]\ndef solution(v):\n    count[0] += 1\n    return [os.getpid(), count[0]]"
        results = [result["returnValue"] for result in self.batch([1, 2, 3], code=code)["results"]]
        self.assertEqual(len({pid for pid, _ in results}), 3)
        self.assertEqual([count for _, count in results], [1, 1, 1])

    def test_a_faulty_case_does_not_end_the_batch(self):
        answer = self.batch([1, None, 3])
        self.assertEqual([result["reason"] for result in answer["results"]], [None, "EXCEPTION", None])

    def test_it_stops_when_the_time_left_does_not_cover_another_case(self):
        # Another may sleep for 2.75 s, and 3.5 s are kept besides.
        answer = self.batch([1, 2, 3, 4], Clock(17_000, step_ms=3000), timeout_ms=2000)
        self.assertEqual(len(answer["results"]), 3)

    def test_on_a_part_of_a_processor_a_case_needs_more_of_the_time_left(self):
        executor = lambda_function.executor
        share, executor.processor_share = executor.processor_share, 0.5
        try:
            answer = self.batch([1, 2, 3, 4], Clock(16_000, step_ms=3000), timeout_ms=2000)
        finally:
            executor.processor_share = share
        self.assertEqual(len(answer["results"]), 2)

    def test_a_case_that_the_functions_time_cuts_off_is_left_to_the_next_invocation(self):
        code = "import time\ndef solution(v):\n    time.sleep(v)\n    return v"
        # 300 ms for each, once a second is kept to answer.
        late = Clock(1300)
        spare, lambda_function.SPARE_MS = lambda_function.SPARE_MS, -100_000
        try:
            self.assertEqual([r["returnValue"] for r in self.batch([0, 60, 0], late, code)["results"]], [0])
            alone = self.batch([60, 0], late, code)["results"]
        finally:
            lambda_function.SPARE_MS = spare
        self.assertEqual([result["reason"] for result in alone], ["WALL_LIMIT", None])

    def test_it_starts_no_further_case_once_its_budget_is_spent(self):
        code = "import time\ndef solution(v):\n    time.sleep(0.3)\n    return v"
        self.assertEqual(len(self.batch([1, 2, 3], code=code, budget_ms=200)["results"]), 1)
        self.assertEqual(len(self.batch([1, 2, 3], code=code, budget_ms=400)["results"]), 2)
        self.assertEqual(len(self.batch([1, 2, 3], code=code, budget_ms=60_000)["results"]), 3)
        self.assertEqual(len(self.batch([1, 2, 3], budget_ms=0)["results"]), 1)
        self.assertEqual(self.batch([], budget_ms=0), {"results": []})

    def test_a_warm_up_leaves_an_interpreter_that_is_warm(self):
        lambda_function.executor.close()
        self.assertEqual(lambda_function.lambda_handler({"warm_up": True}, None), {"warm": True})
        zygote = lambda_function.executor.warm_up()
        zygote.await_warm()
        self.assertEqual(self.batch([2])["results"][0]["returnValue"], 4)
        self.assertIs(lambda_function.executor.warm_up(), zygote)
        bad = lambda_function.lambda_handler({"warm_up": 1}, None)
        self.assertEqual(bad["error"], "Parameter error: 'warm_up' must be true")

    def test_one_case_is_run_though_no_time_is_left_for_another(self):
        results = self.batch([1, 2, 3], Clock(4000))["results"]
        self.assertEqual([result["returnValue"] for result in results], [2])

    def test_it_stops_before_the_answer_is_too_large_for_lambda(self):
        answer = self.batch(["x" * 250_000] * 12)
        self.assertTrue(2 <= len(answer["results"]) < 12)

    def test_bad_parameters_are_answered_in_the_shape_of_one_case(self):
        self.assertTrue(self.batch([1], timeout_ms=-1)["error"].startswith("Parameter error: "))
