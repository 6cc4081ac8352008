def solution(data):
    """Round the balance to cents every month, and let the errors add up."""
    rate = data["annualRatePercent"] / 100 / 12
    balance = 0
    balances = {}
    for month in range(1, data["months"] + 1):
        balance += data["monthlyDeposit"]
        balance = round(balance + balance * rate, 2)
        balances[str((month + 11) // 12)] = balance
    return balances
