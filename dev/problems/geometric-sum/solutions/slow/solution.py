def solution(data):
    """Each sum is the one before and a power, which two earlier sums give: as many calls as rabbits."""
    base = data["base"]

    def sum_up_to(exponent):
        if exponent < 1:
            return exponent + 1
        last_power = sum_up_to(exponent - 1) - sum_up_to(exponent - 2)
        return sum_up_to(exponent - 1) + base * last_power

    return sum_up_to(data["exponent"])
