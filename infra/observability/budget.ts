import * as budgets from "@pulumi/aws/budgets/index.js";
import { nameOf } from "../name-of.js";
import type { StackConfig } from "../stack-config.js";

/** Tells what the account costs: when most of it is spent, and when more is to be expected. */
export function budget({ monthlyBudgetUsd, alarmEmail }: StackConfig): void {
  if (monthlyBudgetUsd === 0 || alarmEmail === undefined) return;
  const tell = (notificationType: string, threshold: number) => ({
    notificationType,
    threshold,
    thresholdType: "PERCENTAGE",
    comparisonOperator: "GREATER_THAN",
    subscriberEmailAddresses: [alarmEmail],
  });
  new budgets.Budget("budget", {
    name: nameOf("budget"),
    budgetType: "COST",
    limitAmount: String(monthlyBudgetUsd),
    limitUnit: "USD",
    timeUnit: "MONTHLY",
    notifications: [tell("ACTUAL", 80), tell("FORECASTED", 100)],
  });
}
