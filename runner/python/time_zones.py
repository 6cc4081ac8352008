"""The time zones of the whole world, for ``zoneinfo``, out of one file that is read at once.

It does not know which of them a solution asks for.
"""

import io
import json
import os
import sys
from typing import Any

import places

_FILE = os.path.join(os.path.dirname(__file__), "time_zones.bin")


def install() -> None:
    """Have the loaded module ``zoneinfo`` take its zones from here, and from nowhere else."""
    modules: dict[str, Any] = dict(sys.modules)
    zoneinfo = modules.get("zoneinfo")
    if zoneinfo is None:
        return
    with open(places.real(_FILE), "rb") as file:
        zones = json.loads(file.readline())["zones"]
        body = file.read()
    not_found = zoneinfo.ZoneInfoNotFoundError

    def load_tzdata(key: str) -> io.BytesIO:
        if key not in zones:
            raise not_found(f"No time zone found with key {key}")
        start, size = zones[key]
        return io.BytesIO(body[start : start + size])

    zoneinfo.available_timezones = modules["zoneinfo._tzpath"].available_timezones = lambda: set(zones)
    modules["zoneinfo._common"].load_tzdata = load_tzdata
    # A folder of the machine would be looked through first, and could not be opened.
    shown = zoneinfo.TZPATH
    zoneinfo.reset_tzpath(())
    zoneinfo.TZPATH = shown
    zoneinfo.ZoneInfo.clear_cache()
