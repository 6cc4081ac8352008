def order_courses(count, before):
    """Take, again and again, a course that nothing is left before."""
    following = [[] for _ in range(count)]
    missing = [0] * count
    for first, second in before:
        following[first].append(second)
        missing[second] += 1
    ready = [course for course in range(count) if missing[course] == 0]
    for course in ready:
        for later in following[course]:
            missing[later] -= 1
            if missing[later] == 0:
                ready.append(later)
    return ready if len(ready) == count else []
