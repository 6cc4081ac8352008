def find_closest(numbers, target):
    """Look farther and farther from the target, as far as the nearest number is."""
    distance = 0
    while True:
        if target - distance in numbers:
            return target - distance
        if target + distance in numbers:
            return target + distance
        distance += 1
