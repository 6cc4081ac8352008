import type { submissions as English } from "../english/submissions.js";

export const submissions: typeof English = {
  title: "내 제출 기록",
  scope: "범위",
  thisProblem: "이 문제",
  allProblems: "모든 문제",
  none: "아직 제출하지 않았습니다.",
  loading: "불러오는 중…",
  more: "더 보기",
  regraded: (when, before) =>
    `${when}에 다시 채점했습니다.${before === "" ? "" : ` 이전 결과: ${before}`}`,
  useCode: "이 코드를 편집기로 가져오기",
};
