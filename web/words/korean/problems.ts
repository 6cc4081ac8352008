import type { problems as English } from "../english/problems.js";

export const problems: typeof English = {
  loading: "문제를 불러오는 중…",
  loadingOne: "문제를 불러오는 중…",
  missing: (id) => `“${id}” 문제가 없습니다`,
  toList: "전체 문제 보기",
  broken: "문제에 잘못된 부분이 있어 제출해도 채점할 수 없습니다. 출제자에게 알려 주세요.",
  brokenBy: "출제자가 고쳐야 할 점:",
  search: "제목이나 태그로 찾기",
  found: (count) => `문제 ${count}개를 찾았습니다`,
  solvedOf: (solved, total) => `${total}개 중 ${solved}개 해결`,
  difficultyLabel: "난이도",
  anyDifficulty: "모든 난이도",
  difficulty: { easy: "쉬움", medium: "보통", hard: "어려움" },
  none: "아직 문제가 없습니다.",
  solved: "해결",
  attempted: "시도함",
  timeLimit: (limit) => `시간 제한 ${limit} (CPU 시간)`,
  memoryLimit: (limit) => `메모리 ${limit}`,
  judge: {
    equal: "정확히 일치",
    unordered_equal: "순서 무관",
    float_eps: "오차 허용",
    unordered_deep: "안쪽까지 순서 무관",
    one_of: "여러 정답 중 하나",
    tokens: "단어별로 비교",
    checker: "채점 프로그램으로 확인",
  },
  calling: {
    program: "표준 입력을 읽고 표준 출력에 답을 출력하는 프로그램을 작성하세요.",
    function: "입력을 받아 답을 반환하는 다음 함수를 작성하세요.",
    method: (name) => `호출되어 답을 반환하는 ${name} 클래스의 다음 메서드를 작성하세요.`,
    positional: {
      "python3.12": "입력은 인자를 순서대로 담은 리스트입니다.",
      javascript: "입력은 인자를 순서대로 담은 배열입니다.",
    },
    keyword: {
      "python3.12": "입력에는 인자마다 이름이 붙어 있습니다.",
      javascript: "함수는 인자를 이름별로 담은 객체 하나를 받습니다.",
    },
    reading: {
      "python3.12": "input()으로 한 줄을 읽고 print()로 출력합니다.",
      javascript:
        'require("fs").readFileSync(0, "utf8")로 입력 전체를 읽고 console.log()로 출력합니다.',
    },
    bigIntegers: "2⁵³보다 큰 정수는 9007199254740993n 같은 BigInt로 들어옵니다.",
  },
  glossary: {
    title: "자바스크립트에서는",
    dictionary: "딕셔너리는 객체입니다.",
    list: "리스트는 배열입니다.",
    tuple: "튜플은 배열입니다.",
    none: "None은 null입니다.",
    booleans: "True와 False는 true와 false입니다.",
  },
  noStatement: "이 문제에는 설명이 없습니다.",
};
