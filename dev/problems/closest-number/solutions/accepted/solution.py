def find_closest(numbers, target):
    """Return the number nearest to the target; of two equally near ones the smaller."""
    return min(numbers, key=lambda number: (abs(number - target), number))
