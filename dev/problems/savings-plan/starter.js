/** Returns the balance at the end of each year, by year. */
function solution({ monthlyDeposit, annualRatePercent, months }) {
  const balances = {};
  return balances;
}
