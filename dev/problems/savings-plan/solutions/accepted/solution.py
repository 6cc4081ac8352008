def solution(data):
    """Return the balance at the end of each year, by year."""
    growth = 1 + data["annualRatePercent"] / 100 / 12
    balance = 0
    balances = {}
    for month in range(data["months"]):
        balance = (balance + data["monthlyDeposit"]) * growth
        balances[str(month // 12 + 1)] = balance
    return balances
