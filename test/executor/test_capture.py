import unittest

import support  # noqa: F401

from capture import Capture, decode


class Capturing(unittest.TestCase):
    def test_exactly_the_cap_is_kept_whole(self):
        capture = Capture(kept_bytes=4, flood_bytes=8)
        capture.add(b"ab")
        capture.add(b"cd")
        self.assertEqual((capture.kept, capture.is_truncated), (b"abcd", False))

    def test_one_byte_over_the_cap_is_dropped_and_flagged(self):
        capture = Capture(kept_bytes=4, flood_bytes=8)
        capture.add(b"abcde")
        self.assertEqual((capture.kept, capture.is_truncated, capture.is_flood), (b"abcd", True, False))

    def test_a_flood_is_more_than_the_flood_mark_not_the_mark_itself(self):
        capture = Capture(kept_bytes=4, flood_bytes=8)
        capture.add(b"x" * 8)
        self.assertFalse(capture.is_flood)
        capture.add(b"x")
        self.assertTrue(capture.is_flood)

    def test_half_a_character_at_a_cut_is_left_out(self):
        self.assertEqual(decode("가나".encode()[:4], is_cut=True), "가")

    def test_half_a_character_that_was_written_so_is_shown_as_unreadable(self):
        self.assertEqual(decode("가나".encode()[:4], is_cut=False), "가\ufffd")

    def test_raw_bytes_never_become_half_of_a_surrogate_pair(self):
        decode(bytes(range(256)) + b"\xed\xa0\x80", is_cut=False).encode("utf-8")
