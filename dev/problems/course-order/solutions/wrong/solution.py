def order_courses(count, before):
    """Sort by how many courses come before each, directly."""
    return sorted(range(count), key=lambda course: sum(second == course for _, second in before))
