"""The executor's entry: an event of the contract in, its answer out.

The only file here that reads the environment. It does not know who invokes it, nor what
an output is compared with.
"""

import math
import os
import sys
import time

_here = os.path.dirname(os.path.abspath(__file__))
if _here not in sys.path:
    sys.path.insert(0, _here)

from python_host import PythonHost  # noqa: E402 - the folder of this file has to be importable first


def _runner_folder(language: str) -> str:
    # Beside this file in the function's package, beside its folder in the repository.
    folders = (os.path.join(parent, "runner", language) for parent in (_here, os.path.dirname(_here)))
    return next(folder for folder in folders if os.path.isdir(folder))


def _zygote_environment() -> dict[str, str]:
    fixed = {"PYTHONHASHSEED": "0", "LANG": "C.UTF-8", "TZ": "UTC0", "PATH": "/usr/bin:/bin"}
    # Lambda's interpreter finds its own shared library through it.
    libraries = os.environ.get("LD_LIBRARY_PATH")
    return {**fixed, "LD_LIBRARY_PATH": libraries} if libraries else fixed


_packed_node = os.path.join(_here, "bin", "node")
# Only JavaScript's own function brings Node along, and it is asked for nothing else.
_is_for_javascript = os.path.exists(_packed_node)
_runner, _environment = _runner_folder("python"), _zygote_environment()
# It warms up while the rest of this file, and then of the runtime, is loaded.
_first_zygote = None if _is_for_javascript else PythonHost(_runner, _environment)

from typing import TYPE_CHECKING, Any, NoReturn  # noqa: E402

import protocol  # noqa: E402
import shield  # noqa: E402
from audit import Audit  # noqa: E402
from execute import Executor, case_user_id  # noqa: E402
from execution import Execution, Surprise, size_at_most  # noqa: E402
from farewell import Farewell, announce, leave  # noqa: E402
from frame import MAX_INTEGER_DIGITS  # noqa: E402
from languages import JAVASCRIPT, PYTHON, Language  # noqa: E402
from limits import usual_longest_ms  # noqa: E402
from writable import writable_folders  # noqa: E402

if TYPE_CHECKING:
    from node_processes import NodeProcesses

# The runtime reads events and writes answers with ``int`` and ``str``, whose time grows with the
# square of the digits: an event with more of them is refused before any of that time is spent.
if hasattr(sys, "set_int_max_str_digits"):
    sys.set_int_max_str_digits(MAX_INTEGER_DIGITS)

# A batch ends early rather than answer with more than Lambda's 6 MB. What a program writes may be
# six times as long in JSON.
MAX_ANSWER_BYTES = 4 * 1024 * 1024
MAX_PROGRAMS_ANSWER_BYTES = 2 * 1024 * 1024
# What is kept of the function's own time: the last run is over by then, and the answer can go out.
ANSWER_MS = 1000
# What a case may take beyond its limits, its preparation first of all, and what the answer takes.
SPARE_MS = 3500
# The memory that comes with a whole processor; a smaller function has a share of one.
WHOLE_PROCESSOR_MB = 1769


def _processor_share() -> float:
    memory_mb = os.environ.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")
    return min(1.0, int(memory_mb) / WHOLE_PROCESSOR_MB) if memory_mb else 1.0


def _audit() -> Audit:
    user_id = case_user_id()
    # In Lambda, and in its container images, nobody but the executor has its user.
    is_cases_only = (
        user_id != os.geteuid() or os.path.isdir("/var/runtime") or os.environ.get("EXECUTOR_HAS_OWN_USER") == "1"
    )
    return Audit(writable_folders(user_id) if is_cases_only else [], user_id, is_cases_only)


def _node() -> str | None:
    """Path of Node, beside this file in the function's package; None where JavaScript cannot run."""
    # Nobody can put limits on another process elsewhere.
    if sys.platform != "linux":
        return None
    path = os.environ.get("EXECUTOR_NODE") or _packed_node
    return path if os.access(path, os.X_OK) else None


def _node_processes(user_id: int) -> "NodeProcesses":
    # Imported by the first case in JavaScript: no other waits for it.
    from node_processes import NodeProcesses

    assert _node_path is not None
    environment = {"LANG": "C.UTF-8", "TZ": "UTC", "PATH": "/usr/bin:/bin", "UV_THREADPOOL_SIZE": "1"}
    return NodeProcesses(_node_path, _runner_folder("javascript"), environment, user_id)


_node_path = _node()
languages = (PYTHON, JAVASCRIPT) if _node_path else (PYTHON,)
executor = Executor(_runner, _environment, _audit(), _first_zygote, _processor_share(), _node_processes)
_runtime_api = os.environ.get("AWS_LAMBDA_RUNTIME_API")
hides_memory = shield.hide_memory()
if _runtime_api:
    shield.ignore_signals()

# Lambda starts on a full processor, which an invocation may have no more than a share of.
executor.get_ready(JAVASCRIPT if _is_for_javascript and _node_path else PYTHON)

# How often this process found that it should be replaced. More than once only where nobody
# replaces it: without a Runtime API.
times_given_up = 0


def lambda_handler(event: Any, context: Any) -> dict[str, Any]:
    """Run the code of ``event`` on its input, or on as many of its inputs as time allows."""
    began_ns = time.monotonic_ns()
    try:
        warm_up = protocol.warm_up_language(event, languages)
        job = None if warm_up else protocol.parse(event, languages)
    except protocol.ParameterError as error:
        return protocol.parameter_error(error)
    request_id = getattr(context, "aws_request_id", None)
    farewell = Farewell(_runtime_api, request_id) if _runtime_api and request_id else None
    try:
        answer, surprise = _warm_up(warm_up or PYTHON) if job is None else _run(job, context, began_ns)
        surprise = executor.end_invocation() or surprise
        if surprise:
            _give_up(surprise)
            if farewell:
                farewell.post(answer)
                _tidy_and_leave()
            executor.tidy()
    except BaseException as error:
        # Whatever kept this process from its work may keep it from the next case's too.
        if farewell:
            _give_up(Surprise("executor", f"{type(error).__name__}: {error}"))
            _tidy_and_leave()
        raise
    if farewell:
        farewell.close()
    return answer


def _warm_up(language: Language) -> tuple[dict[str, Any], Surprise | None]:
    failed = executor.await_warm(language)
    return (failed.output, failed.surprise) if failed else ({"warm": True}, None)


def _run(job: protocol.Job, context: Any, began_ns: int) -> tuple[dict[str, Any], Surprise | None]:
    executions: list[Execution] = []
    surprise = None
    answer_bytes = 0
    most_bytes = MAX_PROGRAMS_ANSWER_BYTES if job.calling.is_program else MAX_ANSWER_BYTES
    for input_text in job.inputs:
        left_ms = math.inf if context is None else context.get_remaining_time_in_millis()
        if executions and executions[-1].is_sources_fault:
            execution = executions[-1].for_another_input()
        elif executions and not _has_time_for_another(job, left_ms, began_ns):
            break
        else:
            latest_ns = time.monotonic_ns() + (left_ms - ANSWER_MS) * 1_000_000
            execution = executor.run(job.code, input_text, job.timeout_ms, latest_ns, job.calling, job.language)
        surprise = execution.surprise
        if executions and execution.was_cut_off:
            # It is to have a whole invocation's time, as the first of the next.
            break
        executions.append(execution)
        answer_bytes += size_at_most(execution)
        if surprise or answer_bytes > most_bytes:
            break
    outputs = [execution.output for execution in executions]
    return {"results": outputs} if job.is_batch else outputs[0], surprise


def _has_time_for_another(job: protocol.Job, left_ms: float, began_ns: int) -> bool:
    needed_ms = usual_longest_ms(job.timeout_ms, executor.processor_share) + SPARE_MS
    return left_ms >= needed_ms and (time.monotonic_ns() - began_ns) / 1e6 < job.budget_ms


def _tidy_and_leave() -> NoReturn:
    try:
        executor.tidy()
    finally:
        leave()


def _give_up(surprise: Surprise) -> None:
    global times_given_up
    times_given_up += 1
    try:
        announce(surprise)
        executor.close()
    except Exception:  # noqa: BLE001 - the environment ends in any case
        return
