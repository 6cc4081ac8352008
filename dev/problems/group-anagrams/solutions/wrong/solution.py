def solution(data):
    """Group by the set of characters, forgetting how often each occurs."""
    groups = {}
    for word in data:
        groups.setdefault(frozenset(word), []).append(word)
    return list(groups.values())
