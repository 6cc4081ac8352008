"""Starts the zygote, the first of whose imports already come from the places that are shown.

The program that the keeper runs. It does not know what a zygote does.
"""

import places


def main() -> None:
    """Show the ordinary places, then serve."""
    places.show_instead()
    import zygote

    zygote.main()


if __name__ == "__main__":
    main()
