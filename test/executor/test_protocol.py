import json
import math
import unittest

import support  # noqa: F401

from protocol import ParameterError, output, parameter_error, parse, warm_up_language

CODE = {"code_to_execute": "x"}
FIELDS = (
    "stdout stderr returnValue exitCode executionTimeMs timedOut error isSuccessful "
    "reason signal cpuTimeMs peakMemoryKb stdoutTruncated stderrTruncated"
).split()


class Parsing(unittest.TestCase):
    def test_what_an_event_leaves_out_has_the_contracts_defaults(self):
        job = parse(CODE)
        self.assertEqual((job.inputs, job.timeout_ms, job.is_batch), (("null",), 5000, False))
        self.assertEqual(job.calling, (None, "single", "function"))

    def test_nulls_count_as_left_out(self):
        nulls = dict.fromkeys(("timeout_ms", "language", "entry_function", "argument_style", "io"))
        self.assertEqual(parse({**CODE, **nulls}), parse(CODE))

    def test_how_the_code_is_called_is_read(self):
        for entry in ("twoSum", "Solution.twoSum", "두수의합", "$f.g$1", "_"):
            job = parse({**CODE, "entry_function": entry, "argument_style": "keyword", "io": "stdio"})
            self.assertEqual(job.calling, (entry, "keyword", "stdio"))

    def test_python_is_an_alias(self):
        for language in ("python", "python3.12"):
            self.assertFalse(parse({**CODE, "language": language}).is_batch)

    def test_a_fraction_of_a_millisecond_counts_as_one(self):
        self.assertEqual(parse({**CODE, "timeout_ms": 0.2}).timeout_ms, 1)
        self.assertEqual(parse({**CODE, "timeout_ms": 20000}).timeout_ms, 20000)

    def test_inputs_make_a_batch_even_when_there_are_none(self):
        self.assertEqual(parse({**CODE, "inputs": []}).inputs, ())
        self.assertTrue(parse({**CODE, "inputs": [1]}).is_batch)

    def test_an_input_comes_through_as_the_same_value(self):
        for value in (10**5000, 1.0, -0.0, "\ud800", {"9": 1, "10": [None, True]}, math.inf):
            text = parse({**CODE, "input_data": value}).inputs[0]
            self.assertEqual(repr(json.loads(text)), repr(value))

    def test_events_that_cannot_be_used_say_why(self):
        cases = [
            (None, "not an object"),
            ([], "not an object"),
            ({}, "Missing 'code_to_execute' in payload"),
            ({"code_to_execute": None}, "Missing 'code_to_execute' in payload"),
            ({"code_to_execute": 5}, "must be a string"),
            ({"code_to_execute": "x" * 200_000}, "longer than"),
            ({**CODE, "inputs": {}}, "'inputs' must be an array"),
            ({**CODE, "inputs": None}, "'inputs' must be an array"),
            ({**CODE, "language": "cobol"}, "Unsupported language; there are: python, python3.12"),
            ({**CODE, "language": ["python"]}, "Unsupported language"),
        ]
        cases += [
            ({**CODE, "timeout_ms": bad}, "timeout_ms") for bad in (0, -1, 20001, "5", True, [], math.inf, math.nan)
        ]
        batch = {**CODE, "inputs": []}
        cases += [({**batch, "budget_ms": bad}, "budget_ms") for bad in (-1, "5", True, [], math.nan)]
        cases += [
            ({**CODE, "entry_function": bad}, "'entry_function' must be a name")
            for bad in ("", "a.b.c", "two sum", ".a", "a.", "2a", 5, ["f"], "f()", "a" * 300)
        ]
        cases += [
            ({**CODE, name: bad}, f"'{name}' must be one of: {first}")
            for name, first in (("argument_style", "single"), ("io", "function"))
            for bad in ("", "Stdio", "spread", 5, [], {})
        ]
        for event, words in cases:
            with self.assertRaisesRegex(ParameterError, words, msg=str(event)[:80]):
                parse(event)

    def test_only_a_batch_has_a_budget(self):
        self.assertEqual(parse({**CODE, "inputs": [1], "budget_ms": 250}).budget_ms, 250)
        self.assertEqual(parse({**CODE, "inputs": [1], "budget_ms": 0}).budget_ms, 0)
        self.assertEqual(parse({**CODE, "inputs": [1], "budget_ms": None}).budget_ms, math.inf)
        self.assertEqual(parse({**CODE, "budget_ms": "ignored"}).budget_ms, math.inf)

    def test_a_warm_up_comes_alone(self):
        self.assertTrue(warm_up_language({"warm_up": True}))
        self.assertTrue(warm_up_language({"warm_up": True, "language": "python"}))
        for event in (None, [], {}, CODE, {**CODE, "warm_up": None}):
            self.assertFalse(warm_up_language(event))
        for bad in (False, 1, "true", []):
            with self.assertRaisesRegex(ParameterError, "'warm_up' must be true"):
                warm_up_language({"warm_up": bad})
        for work in (CODE, {"inputs": []}, {"input_data": 1}):
            with self.assertRaisesRegex(ParameterError, "'warm_up' comes without a case to run"):
                warm_up_language({"warm_up": True, **work})
        with self.assertRaisesRegex(ParameterError, "Unsupported language"):
            warm_up_language({"warm_up": True, "language": "cobol"})


class Outputs(unittest.TestCase):
    def test_an_output_has_every_field_of_the_contract_in_its_order(self):
        self.assertEqual(list(output()), FIELDS)

    def test_a_parameter_error_has_the_contracts_shape(self):
        answer = parameter_error(ParameterError("Missing 'code_to_execute' in payload"))
        self.assertEqual(answer["error"], "Parameter error: Missing 'code_to_execute' in payload")
        self.assertEqual((answer["exitCode"], answer["isSuccessful"]), (-1, False))
