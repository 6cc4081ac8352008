from itertools import permutations


def solution(data):
    """Put a word to the first group of which it is the first word in some order: try all orders."""
    groups = []
    for word in data:
        for group in groups:
            if len(word) == len(group[0]) and tuple(word) in permutations(group[0]):
                group.append(word)
                break
        else:
            groups.append([word])
    return groups
