"""The program that becomes the zygote: small, since a program's own file is never kept compiled."""

import gc

# A collection would walk through all that is being loaded, again and again.
gc.disable()

import preload  # noqa: E402 - nothing is imported before the line above

# Before the runner's own modules: these then lie close together, on few pages that a case copies.
preload.load()

import zygote  # noqa: E402 - nor this before the line above

zygote.main()
