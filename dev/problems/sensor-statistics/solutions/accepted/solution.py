def middle_of(readings):
    """Return the median of at least one reading."""
    ordered = sorted(readings)
    half = len(ordered) // 2
    if len(ordered) % 2 == 1:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2


def solution(data):
    """Return one row [name, mean, median] per sensor, in the order of data."""
    report = []
    for name, readings in data.items():
        if readings:
            report.append([name, sum(readings) / len(readings), middle_of(readings)])
        else:
            report.append([name, None, None])
    return report
