def solution(data):
    """Return the words of the list data in groups of anagrams."""
    groups = {}
    for word in data:
        groups.setdefault("".join(sorted(word)), []).append(word)
    return list(groups.values())
