def solution(data):
    """Return the balance at the end of each year, by year."""
    deposit = data["monthlyDeposit"]
    rate = data["annualRatePercent"]
    months = data["months"]
    balances = {}
    return balances
