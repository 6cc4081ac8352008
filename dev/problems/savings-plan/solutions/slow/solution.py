def solution(data):
    """Ask for the balance of the year before twice, once for itself and once for its interest."""
    deposit = data["monthlyDeposit"]
    growth = 1 + data["annualRatePercent"] / 100 / 12

    def balance_after(months):
        if months <= 0:
            return 0
        last = (months - 1) // 12 * 12
        count = months - last
        deposits = sum(deposit * growth**month for month in range(1, count + 1))
        interest = balance_after(last) * (growth**count - 1)
        return balance_after(last) + interest + deposits

    months = data["months"]
    ends = [*range(12, months, 12), months] if months > 0 else []
    return {str(year): balance_after(end) for year, end in enumerate(ends, 1)}
