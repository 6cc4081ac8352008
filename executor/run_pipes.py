"""The four pipes of one run: three to read from it, one to hand it its job.

It does not know when a run begins or ends.
"""

import os
from collections.abc import Sequence

from capture import Capture
from frame import MAX_CHANNEL_BYTES

READ_BYTES = 64 * 1024
# Of what a program writes to stdout, which is its answer.
MAX_ANSWER_BYTES = 512 * 1024


class RunPipes:
    """The executor's ends, by descriptor; the run's ends until they were handed over."""

    def __init__(self, job: bytes, is_program: bool = False, kept: Sequence[int] = ()) -> None:
        """Open the four pipes; ``job`` is written by ``feed``.

        Args:
            job: what the run is to do.
            is_program: whether what it writes to stdout is its answer.
            kept: our ends, in the order of ``theirs``, of pipes that there are already, and that go on to be.
        """
        self.stdout = Capture(MAX_ANSWER_BYTES, MAX_ANSWER_BYTES) if is_program else Capture()
        self.stderr = Capture()
        self.channel = Capture(MAX_CHANNEL_BYTES)
        self._job = memoryview(job)
        self._sources: dict[int, Capture] = {}
        self._theirs: list[int] = []
        self._job_end: int | None = None
        try:
            captures = (self.stdout, self.stderr, self.channel)
            if kept:
                self._sources = {os.dup(ours): capture for ours, capture in zip(kept, captures, strict=False)}
                self._job_end = os.dup(kept[3])
                return
            for capture in captures:
                ours, theirs = os.pipe()
                self._sources[ours] = capture
                self._theirs.append(theirs)
                os.set_blocking(ours, False)
            theirs, self._job_end = os.pipe()
            self._theirs.append(theirs)
            os.set_blocking(self._job_end, False)
        except OSError:
            self.close()
            raise

    @property
    def theirs(self) -> list[int]:
        """The run's ends: stdout, stderr, channel, job."""
        return self._theirs

    @property
    def readable(self) -> list[int]:
        """Descriptors that may still bring something."""
        return list(self._sources)

    @property
    def job_end(self) -> int | None:
        """Descriptor that takes the rest of the job; None when all of it was taken."""
        return self._job_end

    @property
    def is_flooded(self) -> bool:
        """Whether a stream brought more than any honest run writes."""
        return self.stdout.is_flood or self.stderr.is_flood or self.channel.is_flood

    def hand_over(self) -> None:
        """Close the run's ends here, so that its end is the end of the streams."""
        while self._theirs:
            os.close(self._theirs.pop())

    def feed(self) -> None:
        """Write as much of the job as there is room for."""
        if self._job_end is None:
            return
        try:
            while self._job:
                self._job = self._job[os.write(self._job_end, self._job) :]
        except BlockingIOError:
            return
        except BrokenPipeError:
            pass
        os.close(self._job_end)
        self._job_end = None

    def read(self, descriptor: int) -> bool:
        """Read once; False when nothing is there now, or nothing will come any more."""
        try:
            data = os.read(descriptor, READ_BYTES)
        except BlockingIOError:
            return False
        if not data:
            del self._sources[descriptor]
            os.close(descriptor)
            return False
        self._sources[descriptor].add(data)
        return True

    def drain(self) -> None:
        """Read what is left of a run that has ended; a stranger who holds a pipe cannot prolong it."""
        for descriptor in self.readable:
            capture = self._sources[descriptor]
            while not capture.is_flood and self.read(descriptor):
                continue

    def close(self) -> None:
        """Close whatever is open."""
        self.hand_over()
        for descriptor in self._sources:
            os.close(descriptor)
        self._sources.clear()
        if self._job_end is not None:
            os.close(self._job_end)
            self._job_end = None
