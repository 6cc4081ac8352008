"""Reads what an event asks for.

Pure. It does not know how a case is run, nor who invokes the function.
"""

import json
import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from calling import Calling
from execution import output
from frame import MAX_INTEGER_DIGITS
from languages import PYTHON, Language

DEFAULT_TIMEOUT_MS = 5000
# The contract's largest time limit is 15 s; whoever asks for much more asks by mistake.
MAX_TIMEOUT_MS = 20_000
# The API accepts 64 KiB.
MAX_CODE_CHARACTERS = 128 * 1024
MAX_ENTRY_CHARACTERS = 200
_STYLES = ("single", "positional", "keyword")
_IOS = ("function", "stdio")
_WORK = {"code_to_execute", "input_data", "inputs"}


class ParameterError(Exception):
    """The event cannot be used; the message says why."""


class Job(NamedTuple):
    """One source and the inputs to run it on, each input as JSON text."""

    code: str
    inputs: tuple[str, ...]
    timeout_ms: int
    is_batch: bool
    # Of a batch: no further case is started once so much time has passed.
    budget_ms: float = math.inf
    calling: Calling = Calling()
    language: Language = PYTHON


def warm_up_language(event: Any, languages: Sequence[Language] = (PYTHON,)) -> Language | None:
    """Return the language of which an event only asks for a warm interpreter; None where it asks for more.

    Raises:
        ParameterError: it asks for that and for something else, or for something like it.
    """
    if not isinstance(event, dict) or event.get("warm_up") is None:
        return None
    if event["warm_up"] is not True:
        raise ParameterError("'warm_up' must be true")
    if _WORK & event.keys():
        raise ParameterError("'warm_up' comes without a case to run")
    return _language(event, languages)


def parse(event: Any, languages: Sequence[Language] = (PYTHON,)) -> Job:
    """Read an event that may be in one of those languages, the first where it does not say.

    Raises:
        ParameterError: something is missing or unusable.
    """
    if not isinstance(event, dict):
        raise ParameterError("The payload is not an object")
    is_batch = "inputs" in event
    inputs = event["inputs"] if is_batch else [event.get("input_data")]
    if not isinstance(inputs, list):
        raise ParameterError("'inputs' must be an array")
    language = _language(event, languages)
    budget_ms = _budget_ms(event) if is_batch else math.inf
    return Job(_code(event), _texts(inputs), _timeout_ms(event), is_batch, budget_ms, _calling(event), language)


def _code(event: dict[str, Any]) -> str:
    if event.get("code_to_execute") is None:
        raise ParameterError("Missing 'code_to_execute' in payload")
    code = event["code_to_execute"]
    if not isinstance(code, str):
        raise ParameterError("'code_to_execute' must be a string")
    if len(code) > MAX_CODE_CHARACTERS:
        raise ParameterError(f"'code_to_execute' is longer than {MAX_CODE_CHARACTERS} characters")
    return code


def _texts(inputs: list[Any]) -> tuple[str, ...]:
    try:
        # ASCII escapes carry a lone surrogate, which UTF-8 could not.
        return tuple(json.dumps(value) for value in inputs)
    except RecursionError:
        raise ParameterError("An input is nested too deep") from None
    except ValueError:
        raise ParameterError(f"An input holds an integer of more than {MAX_INTEGER_DIGITS} digits") from None


def _timeout_ms(event: dict[str, Any]) -> int:
    value = _number(event, "timeout_ms", DEFAULT_TIMEOUT_MS)
    if not 0 < value <= MAX_TIMEOUT_MS:
        raise ParameterError(f"'timeout_ms' must be above 0 and at most {MAX_TIMEOUT_MS}")
    return math.ceil(value)


def _budget_ms(event: dict[str, Any]) -> float:
    value = _number(event, "budget_ms", math.inf)
    # Not a number is not at least 0 either.
    if not value >= 0:
        raise ParameterError("'budget_ms' must be at least 0")
    return value


def _number(event: dict[str, Any], name: str, default: float) -> float:
    value = event.get(name)
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ParameterError(f"'{name}' must be a number")
    return value


def _calling(event: dict[str, Any]) -> Calling:
    entry = event.get("entry_function")
    if entry is not None and not (isinstance(entry, str) and _is_entry(entry)):
        raise ParameterError("'entry_function' must be a name, or a class and its method: Solution.twoSum")
    style = event.get("argument_style")
    if style is not None and style not in _STYLES:
        raise ParameterError(f"'argument_style' must be one of: {', '.join(_STYLES)}")
    io = event.get("io")
    if io is not None and io not in _IOS:
        raise ParameterError(f"'io' must be one of: {', '.join(_IOS)}")
    return Calling(entry, style or "single", io or "function")


def _is_entry(name: str) -> bool:
    # Names of other languages may have a dollar sign.
    parts = name.replace("$", "_").split(".")
    return len(name) <= MAX_ENTRY_CHARACTERS and len(parts) <= 2 and all(map(str.isidentifier, parts))


def _language(event: dict[str, Any], languages: Sequence[Language]) -> Language:
    name = event.get("language")
    if name is None:
        return languages[0]
    for language in languages:
        if name in language.names:
            return language
    names = [name for language in languages for name in language.names]
    raise ParameterError(f"Unsupported language; there are: {', '.join(names)}")


def parameter_error(error: ParameterError) -> dict[str, Any]:
    """The output for an event that cannot be used."""
    return output(error=f"Parameter error: {error}", reason="EXECUTOR_ERROR")
