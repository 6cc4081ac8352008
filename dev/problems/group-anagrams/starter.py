def solution(data):
    """Return the words of the list data in groups of anagrams."""
    groups = []
    return groups
