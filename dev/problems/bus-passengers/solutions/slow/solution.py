import sys

lines = sys.stdin.read().splitlines()[1:]


def aboard_after(stops):
    """Ride from the beginning: with every stop again, that is quadratic."""
    aboard = 0
    for line in lines[:stops]:
        on, off = line.split()
        aboard += int(on) - int(off)
    return aboard


print(max(aboard_after(stops) for stops in range(len(lines) + 1)))
