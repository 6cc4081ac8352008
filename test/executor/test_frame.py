import base64
import time
import unittest

import support  # noqa: F401

from frame import MAX_CHANNEL_BYTES, RESULT_MARKER, asks_for_library, read
from outcome import Report

NONCE = "5ec1e7"


def line(text, nonce=NONCE, marker=RESULT_MARKER, end=b"\n"):
    body = text if isinstance(text, bytes) else text.encode("utf-8")
    return nonce.encode() + b" " + marker + base64.b64encode(body) + end


class Frames(unittest.TestCase):
    def assert_malformed(self, data, words=""):
        frame = read(data, NONCE)
        self.assertEqual((frame.report, frame.value), (Report.MALFORMED, None))
        self.assertIn(words, frame.error)
        self.assertTrue(frame.error.startswith("SerializationError: "))

    def test_one_whole_result_is_read(self):
        frame = read(line('{"result":[1,1.0,"가",{"a":null}]}'), NONCE)
        self.assertEqual((frame.report, repr(frame.value)), (Report.VALUE, "[1, 1.0, '가', {'a': None}]"))

    def test_nothing_and_half_a_line_are_no_report(self):
        whole = line('{"result":1}')
        for cut in (0, 1, len(whole) // 2, len(whole) - 1):
            self.assertEqual(read(whole[:cut], NONCE).report, Report.NONE)

    def test_two_results_and_trailing_bytes_are_malformed(self):
        whole = line('{"result":1}')
        for extra in (whole, b"\n", b"x"):
            self.assert_malformed(whole + extra, "more than one result")

    def test_a_line_without_the_nonce_is_malformed(self):
        self.assert_malformed(line('{"result":1}', nonce="guess"), "something other than a result")
        self.assert_malformed(b"hello\n")

    def test_other_envelopes_are_malformed(self):
        for text in ("[]", "1", "{}", '{"result":1,"more":2}', '{"Result":1}', "", "{", b"\xff\xfe"):
            self.assert_malformed(line(text))
        self.assert_malformed(NONCE.encode() + b" " + RESULT_MARKER + b"!!!\n")

    def test_tokens_that_are_not_plain_json_are_malformed(self):
        for token in ("NaN", "Infinity", "-Infinity", "1e999", "-1e999", '"\\ud800"', '{"\\udfff":1}'):
            self.assert_malformed(line('{"result":' + token + "}"), "not JSON")

    def test_a_surrogate_pair_in_escapes_is_a_character(self):
        self.assertEqual(read(line('{"result":"\\ud83d\\ude00"}'), NONCE).value, "\U0001f600")

    def test_five_hundred_levels_pass_and_one_more_does_not(self):
        for opening, closing in (("[", "]"), ('{"a":', "}")):
            deep = opening * 500 + ("1" if closing == "}" else "") + closing * 500
            self.assertEqual(read(line('{"result":' + deep + "}"), NONCE).report, Report.VALUE)
            self.assert_malformed(line('{"result":' + opening * 500 + "[]" + closing * 500 + "}"), "deeper than 500")

    def test_absurd_depth_is_malformed_and_not_a_crash(self):
        self.assert_malformed(line('{"result":' + "[" * 200_000 + "]" * 200_000 + "}"))

    def test_absurd_integers_cost_no_time(self):
        started = time.monotonic()
        self.assert_malformed(line('{"result":' + "9" * 500_000 + "}"))
        self.assertLess(time.monotonic() - started, 2)
        self.assertEqual(read(line('{"result":' + "9" * 20_000 + "}"), NONCE).value, 10**20_000 - 1)

    def test_a_result_of_exactly_the_cap_passes_and_one_byte_more_does_not(self):
        fits = '{"result":"' + "x" * (512 * 1024 - 2) + '"}'
        self.assertEqual(read(line(fits), NONCE).report, Report.VALUE)
        self.assertLess(len(line(fits)), MAX_CHANNEL_BYTES - 100)
        self.assert_malformed(line(fits.replace('"}', 'x"}')), "larger than 512 KiB")

    def test_a_channel_that_was_filled_up_is_malformed(self):
        self.assertEqual(read(b"x" * 100, NONCE, is_truncated=True).report, Report.MALFORMED)
        self.assertEqual(read(line('{"result":1}'), NONCE, is_truncated=True).report, Report.MALFORMED)

    def test_only_the_whole_line_with_the_nonce_asks_for_the_library(self):
        asked = f"{NONCE} ###_LIBRARY_###\n".encode()
        self.assertTrue(asks_for_library(asked, NONCE))
        for other in (b"", asked[:-1], asked * 2, asked + line("1"), line("1"), b"0" * 32 + asked[len(NONCE) :]):
            self.assertFalse(asks_for_library(other, NONCE))
        self.assert_malformed(asked)

    def test_a_fault_needs_its_three_texts(self):
        marker = b"###_FAULT_###"
        whole = line('{"reason":"EXCEPTION","error":"E","traceback":"T"}', marker=marker)
        frame = read(whole, NONCE)
        self.assertEqual(
            (frame.report, frame.reason, frame.error, frame.traceback), (Report.FAULT, "EXCEPTION", "E", "T")
        )
        self.assert_malformed(line('{"reason":1,"error":"E","traceback":"T"}', marker=marker))
