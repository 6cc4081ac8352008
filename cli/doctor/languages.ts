/** What each language doubles a number by. */
export const DOUBLING = {
  "python3.12": "def solution(number):\n    return number * 2\n",
  javascript: "function solution(number) {\n  return number * 2;\n}\n",
} as const;
