def solution(data):
    """Take the upper of the two middle readings as the median."""
    report = []
    for name, readings in data.items():
        if not readings:
            report.append([name, None, None])
            continue
        ordered = sorted(readings)
        report.append([name, sum(ordered) / len(ordered), ordered[len(ordered) // 2]])
    return report
