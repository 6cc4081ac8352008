/** What Python 3.10 to 3.13 and JavaScript call their own exceptions. */
const OWN_CLASSES: ReadonlySet<string> = new Set(
  `ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError
  BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError
  ConnectionRefusedError ConnectionResetError DeprecationWarning EncodingWarning EnvironmentError EOFError
  Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit
  ImportError ImportWarning IndentationError IndexError InterruptedError IOError IsADirectoryError
  KeyboardInterrupt KeyError LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError
  NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError
  PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning
  StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError
  TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError
  UnicodeWarning UserWarning ValueError Warning ZeroDivisionError
  AggregateError DataCloneError Error EvalError InternalError InvalidCharacterError RangeError SuppressedError URIError`.split(
    /\s+/,
  ),
);

/** The class that a fault's line begins with, where it is one of a language's own: any other can be named after data. */
export function ownExceptionClass(error: string): string | undefined {
  const [name = ""] = /^\w+/.exec(error) ?? [];
  const isWhole = /^(?:$|:| \()/.test(error.slice(name.length));
  return isWhole && OWN_CLASSES.has(name) ? name : undefined;
}
