import type { Extension } from "@codemirror/state";
import { assistance } from "./assistance.js";
import { membersOf, wordsOf } from "./word-list.js";

const KEYWORDS = `and as assert async await break case class continue def del elif else except finally for from
  global if import in is lambda match nonlocal not or pass raise return try while with yield`;

const CONSTANTS = "False None True __name__";

const TYPES = `bool bytearray bytes complex dict float frozenset int list object set str super tuple type
  ArithmeticError AssertionError AttributeError EOFError Exception IndexError KeyError LookupError
  NotImplementedError OverflowError RecursionError RuntimeError StopIteration TypeError ValueError
  ZeroDivisionError`;

const FUNCTIONS = `abs all any ascii bin callable chr divmod enumerate filter format getattr hasattr hash hex id
  input isinstance issubclass iter len map max min next oct open ord pow print property range repr reversed
  round setattr slice sorted staticmethod classmethod sum vars zip`;

const MODULES = `bisect collections datetime decimal fractions functools heapq itertools json math operator random
  re statistics string sys typing Counter OrderedDict defaultdict deque`;

/** Of the types that nearly every solution uses. */
const METHODS = `add append appendleft clear copy count difference discard endswith extend find format get
  index insert intersection isalpha isdigit islower isupper items join keys ljust lower lstrip partition pop
  popleft remove replace reverse rfind rjust rsplit rstrip setdefault sort split splitlines startswith strip
  title union update upper values zfill`;

export function pythonAssistance(): Extension {
  return assistance([
    wordsOf(KEYWORDS, "keyword"),
    wordsOf(CONSTANTS, "constant"),
    wordsOf(TYPES, "class"),
    wordsOf(FUNCTIONS, "function"),
    wordsOf(MODULES, "namespace"),
    membersOf(METHODS.split(/\s+/)),
  ]);
}
