def solution(data):
    """Compare how often each kind opens and closes; blind to the order."""
    for opening, closing in ("()", "[]", "{}", "「」"):
        if data.count(opening) != data.count(closing):
            return False
    return True
