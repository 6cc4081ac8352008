def check(input, expected, actual):
    """Any order is right that keeps every pair; ``expected`` only says whether there is one."""
    count, before = input["count"], input["before"]
    if not expected and count:
        return {"score": int(actual == []), "message": "There is no such order: return an empty list."}
    if not isinstance(actual, list) or sorted(map(str, actual)) != sorted(map(str, range(count))):
        return {"score": 0, "message": f"Every course from 0 to {count - 1} has to appear once."}
    place = {course: index for index, course in enumerate(actual)}
    for first, second in before:
        if place[first] > place[second]:
            return {"score": 0, "message": f"Course {second} is taken before course {first}."}
    return True
