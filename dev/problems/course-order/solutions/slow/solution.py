from itertools import permutations


def order_courses(count, before):
    """Try every order."""
    for order in permutations(reversed(range(count))):
        place = {course: index for index, course in enumerate(order)}
        if all(place[first] < place[second] for first, second in before):
            return list(order)
    return []
