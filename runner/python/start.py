"""Starts the zygote, the first of whose imports already come from the places that are shown.

The program that the keeper runs: small, since a program's own file is never kept compiled. It
does not know what a zygote does.
"""

import gc

import places


def main() -> None:
    """Show the ordinary places, load the library, then serve."""
    # A collection would walk through all that is being loaded, again and again.
    gc.disable()
    places.show_instead()
    import preload

    # Before the runner's own modules: these then lie close together, on few pages that a case copies.
    preload.load()
    import zygote

    zygote.main()


if __name__ == "__main__":
    main()
