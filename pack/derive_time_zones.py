"""Derives ``runner/python/time_zones.bin`` from the package ``tzdata``, which must be installed.

    pip install tzdata && python3 pack/derive_time_zones.py

The file: a line of JSON with each zone's place, then the zones one after the other, links once.
"""

import json
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "runner" / "python" / "time_zones.bin"


def main() -> None:
    """Write the file."""
    package = files("tzdata")
    places: dict[bytes, int] = {}
    zones: dict[str, tuple[int, int]] = {}
    body = bytearray()
    for key in sorted(package.joinpath("zones").read_text(encoding="utf-8").split()):
        data = package.joinpath("zoneinfo", *key.split("/")).read_bytes()
        if data not in places:
            places[data] = len(body)
            body += data
        zones[key] = (places[data], len(data))
    head = json.dumps({"version": version("tzdata"), "zones": zones}, separators=(",", ":"))
    TARGET.write_bytes(head.encode("ascii") + b"\n" + body)


if __name__ == "__main__":
    main()
