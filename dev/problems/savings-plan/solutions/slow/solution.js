/** Asks for the balance of the year before twice, once for itself and once for its interest. */
function solution({ monthlyDeposit, annualRatePercent, months }) {
  const growth = 1 + annualRatePercent / 100 / 12;
  const balanceAfter = (end) => {
    if (end <= 0) return 0;
    const last = Math.floor((end - 1) / 12) * 12;
    const count = end - last;
    let deposits = 0;
    for (let month = 1; month <= count; month += 1) deposits += monthlyDeposit * growth ** month;
    const interest = balanceAfter(last) * (growth ** count - 1);
    return balanceAfter(last) + interest + deposits;
  };
  const balances = {};
  for (let year = 1; (year - 1) * 12 < months; year += 1) {
    balances[year] = balanceAfter(Math.min(year * 12, months));
  }
  return balances;
}
