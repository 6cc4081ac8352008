def solution(data):
    """Return one row [name, mean, median] per sensor, in the order of data."""
    report = []
    for name, readings in data.items():
        report.append([name, None, None])
    return report
