KINDS = {
    "number": (int, float),
    "string": (str,),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}


def solution(data):
    """Count each kind by itself, but have all kinds counted in what is inside: six calls a level."""
    inside = data.values() if type(data) is dict else data if type(data) is list else []
    counts = {}
    for kind, types in KINDS.items():
        count = (type(data) in types) + sum(solution(value).get(kind, 0) for value in inside)
        if count > 0:
            counts[kind] = count
    return counts
