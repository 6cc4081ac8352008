"""``asyncio`` without descriptors: what only sleeps, waits and calls runs as anywhere."""

import unittest

from support import ExecutorTest, run, run_body

PROGRAM = """
import asyncio
async def work(name, seconds, log):
    await asyncio.sleep(seconds)
    log.append(name)
    return name
async def main(value):
    log = []
    found = await asyncio.gather(work("slow", 0.02, log), work("fast", 0.001, log))
    queue, event, lock = asyncio.Queue(), asyncio.Event(), asyncio.Lock()
    async def produce():
        for item in value:
            async with lock:
                await queue.put(item)
        event.set()
    task = asyncio.create_task(produce())
    await event.wait()
    await task
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.001)
    except asyncio.TimeoutError:
        log.append("late")
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.001, future.set_result, "called")
    loop.call_soon_threadsafe(log.append, "soon")
    return [found, log, [queue.get_nowait() for _ in value], await future]
def solution(value):
    return asyncio.run(main(value))
"""


class EventLoop(ExecutorTest):
    def test_a_program_that_only_waits_runs(self) -> None:
        expected = [["slow", "fast"], ["fast", "slow", "late", "soon"], [1, 2], "called"]
        output = run(PROGRAM, [1, 2])
        self.assert_value(output, expected)
        self.assertLess(output["cpuTimeMs"], output["executionTimeMs"])

    def test_a_loop_of_ones_own_and_a_late_import_run(self) -> None:
        body = "import asyncio\nloop = asyncio.new_event_loop()\ntry:\n"
        body += "    return loop.run_until_complete(asyncio.sleep(0.001, value))\nfinally:\n    loop.close()"
        self.assert_value(run_body(body, 5), 5)
        body = "import importlib\nasyncio = importlib.import_module(value)\nreturn asyncio.run(asyncio.sleep(0.001, 6))"
        self.assert_value(run_body(body, "asyncio"), 6)

    def test_an_exception_in_a_task_is_told_and_nothing_else(self) -> None:
        code = "import asyncio\nasync def main():\n    raise ValueError('inside')\n"
        output = run(code + "def solution(v): return asyncio.run(main())")
        self.assert_reason(output, "EXCEPTION", "ValueError: inside")
        self.assertEqual(len(output["stderr"].splitlines()), 1)


if __name__ == "__main__":
    unittest.main()
