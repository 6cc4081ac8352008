/** Rounds the balance to cents every month, and lets the errors add up. */
function solution({ monthlyDeposit, annualRatePercent, months }) {
  const rate = annualRatePercent / 100 / 12;
  let balance = 0;
  const balances = {};
  for (let month = 1; month <= months; month += 1) {
    balance += monthlyDeposit;
    balance = Math.round((balance + balance * rate) * 100) / 100;
    balances[Math.ceil(month / 12)] = balance;
  }
  return balances;
}
