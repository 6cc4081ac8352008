# ruff: noqa
# Honest programs: each must do here what it does in an ordinary interpreter.

#: recurses deep
#: {"reason": null, "input": 900}
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
def solution(n):
    return depth(n)

#: raises the recursion limit and recurses deeper
#: {"reason": null, "input": 15000, "timeout_ms": 5000}
import sys
sys.setrecursionlimit(100_000)
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
def solution(n):
    return depth(n)

#: recurses too deep and notices
#: {"reason": null}
def forever(n):
    return forever(n + 1)
def solution(_):
    try:
        forever(0)
    except RecursionError as fault:
        return str(fault)

#: prints a million short lines
#: {"reason": null, "timeout_ms": 15000}
def solution(_):
    for number in range(1_000_000):
        print(number % 10)
    return "printed"

#: prints in every way
#: {"reason": null}
import pprint, sys, io, contextlib, logging
def solution(_):
    print("a", "b", sep="-", end="!\n", flush=True)
    sys.stdout.write("written\n")
    sys.stdout.flush()
    sys.stdout.buffer.write("바이트\n".encode())
    sys.stdout.buffer.flush()
    pprint.pprint({"key": list(range(30))})
    print("error", file=sys.stderr)
    logging.warning("logged")
    captured = io.StringIO()
    with contextlib.redirect_stdout(captured):
        print("captured")
    return [captured.getvalue(), sys.stdout.encoding, sys.stdout.isatty()]

#: uses seeded random numbers
#: {"reason": null}
import random
def solution(_):
    random.seed(42)
    return [random.random(), random.randint(1, 6), random.sample(range(100), 5), random.choice("abc"), random.gauss(0, 1)]

#: uses unseeded random numbers
#: {"reason": null}
import random, secrets
def solution(_):
    return [0 <= random.random() < 1, len(set(random.random() for _ in range(100))), len(secrets.token_hex(4))]

#: imports as late as it can
#: {"reason": null}
def solution(_):
    import bisect, statistics, difflib, csv, io, ipaddress, textwrap, html, shlex, colorsys, graphlib
    from string import Template
    rows = list(csv.reader(io.StringIO("a,b\n1,2\n")))
    return [bisect.bisect([1, 3], 2), statistics.median([3, 1, 2]), difflib.get_close_matches("appel", ["apple"]), rows,
            str(ipaddress.ip_address("10.0.0.1") + 1), textwrap.fill("a b c", 3), html.unescape("&lt;"), Template("$x").substitute(x=1),
            shlex.split("a 'b c'"), list(graphlib.TopologicalSorter({1: [2]}).static_order())]

#: imports what is not there
#: {"reason": null}
def solution(_):
    said = []
    for name in ("numpy", "no_such_module", "numpy.linalg"):
        try:
            __import__(name)
        except ImportError as fault:
            said.append([type(fault).__name__, str(fault), fault.name])
    return said

#: works with Korean text and old encodings
#: {"reason": null, "input": "한글 テスト 🎉"}
import unicodedata, re
def solution(text):
    word = "한글"
    print(text, word)
    return [len(text), text[::-1], word.encode("cp949").hex(), word.encode("euc-kr").decode("euc-kr"), word.encode("johab").hex(),
            unicodedata.normalize("NFD", word), unicodedata.name("한"), re.findall("[가-힣]+", text), word.encode("utf-16").hex(),
            word.encode("punycode").decode(), "ß".upper(), [ord(letter) - 0xAC00 for letter in word]]

#: computes with large integers
#: {"reason": null, "input": "123456789012345678901234567890"}
import math
def solution(text):
    n = int(text)
    return [str(n * n), str(math.factorial(50)), pow(3, 10 ** 5, 10 ** 9 + 7), str(2 ** 200 // 3), str(math.isqrt(10 ** 40)), len(str(2 ** 10_000)), str(math.comb(100, 50)), n.bit_length()]

#: consumes generators
#: {"reason": null}
import itertools
def squares():
    received = 0
    while True:
        received = (yield received * received) or received + 1
def solution(_):
    numbers = squares()
    next(numbers)
    return [numbers.send(5), next(numbers), list(itertools.islice(itertools.accumulate(range(10)), 3, 6)), sum(x for x in range(10 ** 5))]

#: reads input, of which there is none
#: {"reason": null}
import sys
def solution(_):
    try:
        input("asked: ")
    except EOFError as fault:
        said = str(fault)
    return [said, sys.stdin.read(), list(sys.stdin), sys.stdin.readline()]

#: handles its exceptions
#: {"reason": null}
import traceback
def solution(_):
    said = []
    for attempt in (lambda: 1 / 0, lambda: [][1], lambda: {}["k"], lambda: int("x"), lambda: None.x, lambda: "a" + 1, lambda: open("/no/such") if False else (_ for _ in ()).throw(StopIteration)):
        try:
            attempt()
        except Exception as fault:
            said.append([type(fault).__name__, str(fault), traceback.format_exception_only(type(fault), fault)])
        finally:
            said.append("finally")
    return said

#: searches, sorts and remembers
#: {"reason": null}
import heapq, functools, collections, operator
@functools.lru_cache(maxsize=None)
def ways(n):
    return 1 if n < 2 else ways(n - 1) + ways(n - 2)
def solution(_):
    queue = [5, 1, 4]
    heapq.heapify(queue)
    words = collections.Counter("mississippi")
    return [ways(90), heapq.nsmallest(2, queue), words.most_common(2), sorted({"b": 1, "a": 2}.items(), key=operator.itemgetter(1)), functools.reduce(operator.mul, range(1, 20))]

#: asks who it is
#: {"reason": null}
import sys
ran = []
if __name__ == "__main__":
    ran.append("as a program")
def solution(_):
    return [__name__, ran, solution.__module__, sys.modules[__name__].solution is solution, sys.version_info[:2], sys.maxsize, sys.flags.optimize]

#: computes with floats
#: {"reason": null}
import math, cmath
def solution(_):
    return [0.1 + 0.2, 1e308 * 10 == math.inf, round(2.5), f"{math.pi:.3f}", 7 // -2, -7 % 3, divmod(-7, 2), math.fsum([0.1] * 10), str(cmath.sqrt(-1)), float("1e-320"), (0.1).hex()]

#: reconfigures its streams
#: {"reason": null}
import sys
sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
sys.stderr.reconfigure(errors="replace")
def solution(_):
    print("다시")
    return [sys.stdout.encoding, sys.stdout.seekable(), sys.stdout.name, sys.stdout.mode, sys.stdout.newlines]

#: imports by a name that it computes
#: {"reason": null, "input": ["diff", "lib"]}
import importlib
def solution(parts):
    return importlib.import_module("".join(parts)).get_close_matches("appel", ["ape", "apple"])

#: prints a traceback with what helps
#: {"reason": null}
import traceback
def solution(_):
    total = 0
    try:
        return totl
    except NameError as fault:
        return traceback.format_exception_only(fault)
