def solution(data):
    """Count the values by kind, forgetting that bool is a subclass of int."""
    counts = {}

    def count(value):
        if isinstance(value, int):
            kind = "int"
        elif isinstance(value, float):
            kind = "float"
        elif isinstance(value, str):
            kind = "str"
        elif isinstance(value, bool):
            kind = "bool"
        elif isinstance(value, list):
            kind = "list"
            for element in value:
                count(element)
        elif isinstance(value, dict):
            kind = "dict"
            for member in value.values():
                count(member)
        else:
            kind = "none"
        counts[kind] = counts.get(kind, 0) + 1

    count(data)
    return counts
