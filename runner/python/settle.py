"""Sets what is loaded apart from what a forked process will make.

Between the objects that are there lie those that were let go of. A case that made its own in their
places would copy a page for nearly every one; with the gaps filled, its own lie side by side.
"""

import gc

# As CPython's ``pymalloc`` has them; were they others, the gaps would be filled less well.
_POOL_BYTES = 16 * 1024
_POOL_HEADER_BYTES = 48
_LARGEST_BYTES = 512
_STEP_BYTES = 16
_MOST_OF_A_SIZE = 2_000

_fillings: list[object] = []


def settle() -> None:
    """Have objects of every size come to lie in new pools, and no collection touch those that are there."""
    gc.freeze()
    # There is nothing to look at; it lets go of objects that are kept to be used again.
    gc.collect()
    for size in range(2 * _STEP_BYTES, _LARGEST_BYTES + 1, _STEP_BYTES):
        for _ in range(_MOST_OF_A_SIZE):
            # The least of bytes are larger than a number.
            filling = bytes(size - bytes.__basicsize__) if size > bytes.__basicsize__ else float("0.5")
            _fillings.append(filling)
            if id(filling) % _POOL_BYTES == _POOL_HEADER_BYTES:
                break
