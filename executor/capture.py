"""Keeps the first bytes of an endless stream and counts the rest.

It does not know which stream it is, nor what a flood leads to.
"""

import codecs

KEPT_BYTES = 64 * 1024
FLOOD_BYTES = 16 * 1024 * 1024


class Capture:
    """What was read of one stream."""

    def __init__(self, kept_bytes: int = KEPT_BYTES, flood_bytes: int = FLOOD_BYTES) -> None:
        """Keep the first ``kept_bytes``; more than ``flood_bytes`` in all are a flood."""
        self._kept_bytes = kept_bytes
        self._flood_bytes = flood_bytes
        self._seen = 0
        self._kept = bytearray()

    def add(self, data: bytes) -> None:
        """Take what was read next."""
        self._seen += len(data)
        room = self._kept_bytes - len(self._kept)
        if room > 0:
            self._kept += data[:room]

    @property
    def is_truncated(self) -> bool:
        """Whether something was dropped."""
        return self._seen > self._kept_bytes

    def kept_at_most(self, size: int) -> tuple[bytes, bool]:
        """The first ``size`` bytes of the stream, and whether there were more."""
        return bytes(self._kept[:size]), self._seen > size

    @property
    def is_flood(self) -> bool:
        """Whether more came than any honest run writes."""
        return self._seen > self._flood_bytes

    @property
    def kept(self) -> bytes:
        """The first bytes of the stream."""
        return bytes(self._kept)


def decode(data: bytes, is_cut: bool) -> str:
    """Decode UTF-8 without ever failing; of a text that was cut, half a character is left out."""
    return codecs.getincrementaldecoder("utf-8")("replace").decode(data, final=not is_cut)
