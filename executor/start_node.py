"""Starts a Node process for the runner, which is not locked in yet.

It does not know what is said to it, nor which limits are put on it.
"""

import os
import subprocess
from collections.abc import Mapping, Sequence

_OPTIONS = (
    "--permission",
    "--disable-sigusr1",
    "--single-threaded",
    "--max-old-space-size=192",
    # Collections of the young only copy realms, which the old generation holds: a usual batch needs none.
    "--max-semi-space-size=8",
    "--min-semi-space-size=8",
    # Its threads have nothing to do: they would only be started, and ended.
    "--v8-pool-size=1",
    "--no-warnings",
    # Modules of ECMAScript, in a realm of their own.
    "--experimental-vm-modules",
    # What runs outside of the realms makes no code out of texts.
    "--disallow-code-generation-from-strings",
)


def start_node(
    program: int, runner: str, environment: Mapping[str, str], given: Sequence[int], user_id: int
) -> subprocess.Popen[bytes]:
    """Start a process that reads its runner as who started it, and becomes that user then."""
    options = [*_OPTIONS, f"--allow-fs-read={runner}/", "--allow-fs-read=/dev/null"]
    numbers = map(str, [*given, program, user_id])
    return subprocess.Popen(
        ["node", *options, os.path.join(runner, "start.cjs"), *numbers],
        executable=f"/proc/self/fd/{program}",
        env=dict(environment),
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=[*given, program],
        start_new_session=True,
    )
