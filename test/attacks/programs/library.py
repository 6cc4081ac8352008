# ruff: noqa
# Honest programs that use the standard library: each must do here what it does in an ordinary interpreter.

#: computes with decimals and fractions
#: {"reason": null}
from decimal import Decimal, getcontext, ROUND_HALF_UP, localcontext
from fractions import Fraction
def solution(_):
    with localcontext() as context:
        context.prec = 50
        third = Decimal(1) / 3
    return [str(third), str(Decimal("2.345").quantize(Decimal("0.01"), ROUND_HALF_UP)), str(Fraction(1, 3) + Fraction(1, 6)), getcontext().prec]

#: computes with dates
#: {"reason": null}
import datetime, calendar, time
def solution(_):
    day = datetime.datetime.strptime("2024-02-29 13:05", "%Y-%m-%d %H:%M")
    return [day.isoformat(), (day + datetime.timedelta(days=365)).strftime("%A %d %B"), calendar.monthrange(2023, 2), calendar.month(2024, 5), time.strftime("%Y", time.gmtime(0))]

#: computes with time zones
#: {"reason": null}
from datetime import datetime, timezone
from zoneinfo import ZoneInfo
def solution(_):
    moment = datetime(2024, 7, 1, 12, tzinfo=timezone.utc)
    return [moment.astimezone(ZoneInfo(name)).isoformat() for name in ("Asia/Seoul", "America/New_York", "Europe/Paris")]

#: uses data classes, enumerations and protocols
#: {"reason": null}
import enum, typing
from dataclasses import dataclass, field, asdict, replace
class Colour(enum.Enum):
    RED = enum.auto()
@dataclass(order=True, frozen=True)
class Point:
    x: int
    y: int = 0
    tags: tuple = field(default=(), compare=False)
class Sized(typing.Protocol):
    def __len__(self) -> int: ...
def solution(_):
    return [asdict(Point(1)), repr(replace(Point(1), y=2)), sorted([Point(2), Point(1, 5)])[0].y, Colour.RED.name, Colour["RED"].value]

#: copies and pickles its own objects
#: {"reason": null}
import copy, pickle
class Node:
    def __init__(self, value, following=None):
        self.value, self.following = value, following
def solution(_):
    chain = Node(1, Node(2))
    again = pickle.loads(pickle.dumps(chain))
    deep = copy.deepcopy(chain)
    return [again.following.value, deep.following is not chain.following, type(again).__module__, Node.__qualname__]

#: hashes, packs and compresses
#: {"reason": null}
import hashlib, zlib, struct, base64, array, binascii
def solution(_):
    return [hashlib.sha256(b"x").hexdigest(), hashlib.md5(b"x").hexdigest(), zlib.decompress(zlib.compress(b"abc" * 50)).decode(), struct.pack(">I", 7).hex(), base64.b64encode(b"hi").decode(), sum(array.array("i", [1, 2])), zlib.crc32(b"x")]

#: matches patterns
#: {"reason": null, "input": {"command": "go north"}}
def solution(value):
    match value:
        case {"command": str(text)} if (words := text.split()):
            match words:
                case ["go", direction]:
                    return direction
    return None

#: waits in an event loop
#: {"reason": null}
import asyncio
async def work(name, seconds):
    await asyncio.sleep(seconds)
    return name
async def main():
    return await asyncio.gather(work("slow", 0.02), work("fast", 0.01))
def solution(_):
    return asyncio.run(main())

#: parses arguments, and XML, and makes a name-based identifier
#: {"reason": null}
import argparse, uuid
from email.message import EmailMessage
from xml.dom import minidom
def solution(_):
    parser = argparse.ArgumentParser(prog="p")
    parser.add_argument("--size", type=int, default=2, help="how much")
    message = EmailMessage()
    message["Subject"] = "제목"
    message.set_content("본문")
    return [vars(parser.parse_args(["--size", "3"])), parser.format_help(), str(uuid.uuid5(uuid.NAMESPACE_DNS, "a")), minidom.parseString("<a/>").toxml(), message.as_string()]

#: writes in old alphabets
#: {"reason": null, "input": ["cp1251", "koi8_r", "mac_cyrillic", "iso8859_5"]}
def solution(names):
    return [list("Привет".encode(name)) for name in names]
