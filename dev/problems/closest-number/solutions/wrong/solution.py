def find_closest(numbers, target):
    """Take whichever of two equally near numbers comes first."""
    return min(numbers, key=lambda number: abs(number - target))
