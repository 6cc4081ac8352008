import type { run as English } from "../english/run.js";

export const run: typeof English = {
  on: "실행할 입력",
  examples: "예제",
  own: "직접 입력",
  ownLabel: "직접 입력: 입력마다 새 줄에서 시작",
  ownTextsLabel: (separator) => `직접 입력: 여러 개는 ${separator} 줄로 구분`,
  ownTextsHint: "프로그램이 읽을 내용입니다. => 줄 아래에는 나와야 할 출력을 적을 수 있습니다.",
  argumentsHint: (called, example) =>
    example === "" ? `${called}의 인자입니다.` : `${called}의 인자입니다. 예: ${example}`,
  ownHint: '예: 42, [1, 2], "글자". 기댓값도 적을 수 있습니다: [1, 2] => 3',
  noInput: "입력을 하나 이상 적어 주세요.",
  tooManyInputs: "입력이 너무 많습니다. 한 번에 100개까지 실행할 수 있습니다.",
  badLine: (line, why) => `${line}번째 줄: ${why}`,
  inputFault: {
    unclosed: "여기서 연 괄호나 따옴표가 닫히지 않았습니다.",
    noValue: "값이 아닙니다. 문자열은 따옴표로 감싸고, 입력마다 새 줄에서 시작합니다.",
    set: "집합은 입력으로 쓸 수 없습니다. [1, 2]처럼 리스트로 적어 주세요.",
    key: '키는 {"1": 2}처럼 따옴표로 감싼 문자열이어야 합니다.',
    tooDeep: "너무 깊이 중첩되어 있습니다.",
    several: "함수는 값 하나를 받습니다. 리스트는 [1, 2]처럼 괄호로 감쌉니다.",
    array: "인자를 모두 적어 주세요. [[1, 2], 3]처럼 리스트로, 또는 나란히 씁니다.",
    object: '인자마다 이름을 적어 주세요. {"a": 1, "b": 2} 또는 a = 1, b = 2처럼 씁니다.',
  },
  codeFault: {
    noCode: "아직 코드가 없습니다. 먼저 편집기에 풀이를 작성해 주세요.",
    codeTooLarge: "코드가 너무 깁니다. 64 KB까지 보낼 수 있습니다.",
  },
  run: "실행",
  submit: "제출",
  cancel: "취소",
  running: "실행 중…",
  grading: "채점 중…",
  cancelled: "취소했습니다.",
  cancelledSubmission: "취소했습니다. 제출 기록에는 남을 수도 있습니다.",
  noExamples: "이 문제에는 예제가 없습니다. 직접 입력해서 실행해 보세요.",
};
