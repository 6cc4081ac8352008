"""The program that becomes the zygote: small, since a program's own file is never kept compiled."""

import gc

# A collection would walk through all that is being loaded, again and again.
gc.disable()

import preload  # noqa: E402 - nothing is imported before the line above

preload.forbid_hooks_at_fork()

import zygote  # noqa: E402 - nor this before ``random`` and the like can do no harm

zygote.main()
