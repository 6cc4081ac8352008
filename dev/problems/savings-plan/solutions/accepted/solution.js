/** Returns the balance at the end of each year, by year. */
function solution({ monthlyDeposit, annualRatePercent, months }) {
  const growth = 1 + annualRatePercent / 100 / 12;
  let balance = 0;
  const balances = {};
  for (let month = 0; month < months; month += 1) {
    balance = (balance + monthlyDeposit) * growth;
    balances[Math.floor(month / 12) + 1] = balance;
  }
  return balances;
}
