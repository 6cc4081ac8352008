"""What is raised where a process that runs cases cannot serve, or must not."""


class HostLost(Exception):
    """The host cannot serve; the message says what became of it."""


class JailOpen(Exception):
    """The host could not be closed: it must not be given a case. The message says why."""
