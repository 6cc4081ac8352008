def pack(items, capacity):
    """Return the indices of the items to take."""
    return []
