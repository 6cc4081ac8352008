import itertools
import signal
import unittest

import support  # noqa: F401

from outcome import FAULT_REASONS, Facts, Report, judge, signal_name

STATUSES = (0, 1, 3, 255, -signal.SIGKILL, -signal.SIGSEGV, -signal.SIGABRT, -signal.SIGXCPU, -signal.SIGTERM, -40)
REASONS = (None, "EXCEPTION", "MEMORY_LIMIT", "nonsense", "WALL_LIMIT")


def all_facts():
    flags = itertools.product((False, True), repeat=3)
    expired = (None, "CPU_LIMIT", "WALL_LIMIT")
    for status, report, reason, limit, (started, flood, memory) in itertools.product(
        STATUSES, Report, REASONS, expired, flags
    ):
        for is_program in (False, True):
            yield Facts(status, started, report, reason, limit, flood, memory, is_program)


class OutcomeTable(unittest.TestCase):
    def test_only_a_clean_exit_with_one_whole_result_is_success_and_a_program_needs_no_result(self):
        for facts in all_facts():
            reports = (Report.VALUE, Report.NONE) if facts.is_program else (Report.VALUE,)
            is_clean = facts.status == 0 and facts.report in reports and facts.has_started
            expected = is_clean and not facts.expired and not facts.flooded
            self.assertEqual(judge(facts).is_successful, expected, facts)

    def test_exit_code_zero_and_no_time_out_means_success_and_nothing_else_does(self):
        for facts in all_facts():
            outcome = judge(facts)
            self.assertEqual(outcome.is_successful, outcome.exit_code == 0 and not outcome.timed_out, facts)

    def test_timed_out_is_said_of_the_two_time_limits_only(self):
        for facts in all_facts():
            outcome = judge(facts)
            self.assertEqual(outcome.timed_out, outcome.reason in ("WALL_LIMIT", "CPU_LIMIT"), facts)

    def test_what_a_started_run_does_is_never_the_executors_error(self):
        for facts in all_facts():
            if facts.has_started:
                self.assertNotEqual(judge(facts).reason, "EXECUTOR_ERROR", facts)

    def test_a_preparation_that_a_signal_ended_blames_the_code_and_one_that_exited_the_executor(self):
        for facts in all_facts():
            if not facts.has_started:
                by_signal = "MEMORY_LIMIT" if facts.status == -signal.SIGKILL else "COMPILE_ERROR"
                self.assertEqual(judge(facts).reason, by_signal if facts.status < 0 else "EXECUTOR_ERROR", facts)

    def test_a_signal_while_the_input_is_read_blames_the_input(self):
        for number, reason in (
            (signal.SIGSEGV, "EXCEPTION"),
            (signal.SIGXCPU, "EXCEPTION"),
            (signal.SIGKILL, "MEMORY_LIMIT"),
        ):
            facts = Facts(-number, has_started=False, has_read_source=True)
            self.assertEqual(judge(facts).reason, reason)

    def test_the_first_matching_reason_wins(self):
        kill, segv, xcpu = -signal.SIGKILL, -signal.SIGSEGV, -signal.SIGXCPU
        table = [
            (Facts(0, report=Report.VALUE), None),
            (Facts(0, report=Report.VALUE, flooded=True, expired="WALL_LIMIT"), "OUTPUT_LIMIT"),
            (Facts(0, report=Report.VALUE, expired="WALL_LIMIT"), "WALL_LIMIT"),
            (Facts(0, report=Report.VALUE, expired="CPU_LIMIT"), "CPU_LIMIT"),
            (Facts(1, report=Report.FAULT, fault_reason="EXCEPTION", expired="CPU_LIMIT"), "CPU_LIMIT"),
            (Facts(kill, expired="CPU_LIMIT", near_memory_limit=True), "CPU_LIMIT"),
            (Facts(segv, expired="CPU_LIMIT"), "CPU_LIMIT"),
            (Facts(xcpu), "SIGNAL"),
            (Facts(segv, near_memory_limit=True), "MEMORY_LIMIT"),
            (Facts(kill, near_memory_limit=True), "MEMORY_LIMIT"),
            (Facts(-signal.SIGTERM, near_memory_limit=True), "SIGNAL"),
            (Facts(-signal.SIGABRT, past_half_of_memory=True), "SIGNAL"),
            (Facts(-signal.SIGABRT, past_half_of_memory=True, thrashes=True), "MEMORY_LIMIT"),
            (Facts(-signal.SIGTERM, past_half_of_memory=True, thrashes=True), "SIGNAL"),
            (Facts(kill, expired="CPU_LIMIT", past_half_of_memory=True, thrashes=True), "CPU_LIMIT"),
            (Facts(kill, report=Report.VALUE), "SIGNAL"),
            (Facts(0), "NO_RESULT"),
            (Facts(7), "NO_RESULT"),
            (Facts(7, report=Report.VALUE), "NO_RESULT"),
            (Facts(0, report=Report.MALFORMED), "BAD_RETURN_VALUE"),
            (Facts(0, report=Report.FAULT, fault_reason="EXCEPTION"), "EXCEPTION"),
            (Facts(1, report=Report.FAULT, fault_reason="WALL_LIMIT"), "BAD_RETURN_VALUE"),
        ]
        table += [(Facts(1, report=Report.FAULT, fault_reason=reason), reason) for reason in FAULT_REASONS]
        for facts, reason in table:
            self.assertEqual(judge(facts).reason, reason, facts)

    def test_exit_code_and_signal_are_those_of_the_process(self):
        self.assertEqual((judge(Facts(7)).exit_code, judge(Facts(7)).signal), (7, None))
        killed = judge(Facts(-signal.SIGKILL))
        self.assertEqual((killed.exit_code, killed.signal), (-9, "SIGKILL"))
        self.assertEqual(judge(Facts(0)).exit_code, 1)

    def test_a_signal_without_a_name_is_numbered(self):
        self.assertEqual((signal_name(0), signal_name(-signal.SIGSEGV), signal_name(-40)), (None, "SIGSEGV", "SIG40"))
