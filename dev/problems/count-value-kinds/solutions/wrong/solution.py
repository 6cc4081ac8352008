def solution(data):
    """Count the values by kind, forgetting that bool is a subclass of int."""
    counts = {}

    def count(value):
        if isinstance(value, (int, float)):
            kind = "number"
        elif isinstance(value, str):
            kind = "string"
        elif isinstance(value, bool):
            kind = "boolean"
        elif isinstance(value, list):
            kind = "array"
            for element in value:
                count(element)
        elif isinstance(value, dict):
            kind = "object"
            for member in value.values():
                count(member)
        else:
            kind = "null"
        counts[kind] = counts.get(kind, 0) + 1

    count(data)
    return counts
