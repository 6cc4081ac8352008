"""Threads that a program starts."""

import sys
import unittest

from support import REFUSAL, ExecutorTest, fault_of, run, run_program


class Threads(ExecutorTest):
    def test_a_thread_runs_where_it_is_started(self) -> None:
        code = """
            import threading
            from threading import Thread
            def target(*values, **named):
                print(values, named, threading.current_thread().name)
            thread = Thread(target=target, args=(1,), kwargs={"a": 2}, name="worker", daemon=True)
            print(thread.is_alive())
            thread.start()
            print(thread.is_alive(), thread.join(), thread.join(timeout=1))
            class Own(threading.Thread):
                def run(self):
                    self.result = self.is_alive()
            own = Own()
            own.start()
            print(own.result, own.is_alive(), threading.current_thread() is threading.main_thread())
            threads = [Thread(target=target, args=(n,), name=str(n)) for n in range(2)]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
            """
        lines = "False\n(1,) {'a': 2} worker\nFalse None None\nTrue False True\n(0,) {} 0\n(1,) {} 1\n"
        self.assert_value(run_program(code), lines)

    @unittest.skipUnless(sys.platform == "linux", "memory is limited on Linux only")
    def test_recursion_without_end_runs_out_of_memory_in_words(self) -> None:
        code = "import sys\nsys.setrecursionlimit(10**9)\ndef depth(n): return 1 + depth(n + 1)\n"
        for output in (
            run_program(f"{code}depth(0)", timeout_ms=15000),
            run(f"{code}solution = depth", 0, timeout_ms=15000),
        ):
            # Where the C stack is what is used up first, no traceback can be made.
            if output["signal"] != "SIGSEGV":
                self.assert_reason(output, "MEMORY_LIMIT", "MemoryError: the solution needed more memory")
                self.assertIn("line 3, in depth", fault_of(output)["traceback"])

    def test_it_recurses_as_deep_as_its_stack_should_let_it(self) -> None:
        code = """
            import sys, threading
            sys.setrecursionlimit(10**6)
            threading.stack_size(2**27)
            def depth(n): return n and 1 + depth(n - 1)
            threading.Thread(target=lambda: print(depth(100_000))).start()
            """
        self.assert_value(run_program(code), "100000\n")

    def test_its_fault_is_the_programs_and_its_exit_is_its_own(self) -> None:
        start = "import threading, sys\ndef main():\n    {}\nthreading.Thread(target=main).start()\nprint('after')"
        output = run_program(start.format("return {}[1]"))
        self.assert_reason(output, "EXCEPTION", "KeyError: 1")
        self.assertIn("line 3, in main", fault_of(output)["traceback"])
        self.assert_value(run_program(start.format("sys.exit(5)")), "after\n")

    def test_what_threads_refuse_is_refused(self) -> None:
        calls = {
            "t.start(); t.start()": "threads can only be started once",
            "t.join()": "cannot join thread before it is started",
        }
        for call, words in calls.items():
            code = f"import threading\nt = threading.Thread(target=int)\n{call}"
            self.assert_reason(run_program(code), "EXCEPTION", f"RuntimeError: {words}")

    def test_waiting_for_what_cannot_come_is_told(self) -> None:
        waits = ("queue.Queue().get()", "threading.Event().wait()", "threading.Semaphore(0).acquire()")
        for wait in waits:
            code = f"import queue, threading\nthreading.Thread(target=lambda: {wait}).start()"
            self.assert_reason(run_program(code), "EXCEPTION", "RuntimeError: this would wait forever")
        code = "import threading\nprint(threading.Event().wait(0.01), threading.Semaphore(1).acquire())"
        self.assert_value(run_program(code), "False True\n")

    def test_a_pool_whose_threads_wait_for_work_is_refused_in_words(self) -> None:
        code = "from concurrent.futures import ThreadPoolExecutor\nThreadPoolExecutor().submit(int)"
        self.assert_reason(run_program(code), "EXCEPTION", REFUSAL)

    def test_a_function_problem_has_none_as_ever(self) -> None:
        code = "import threading\ndef solution(v): threading.Thread(target=int).start()"
        self.assert_reason(run(code), "EXCEPTION", REFUSAL)


if __name__ == "__main__":
    unittest.main()
