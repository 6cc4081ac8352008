import type { verdicts as English } from "../english/verdicts.js";

export const verdicts: typeof English = {
  status: {
    ACCEPTED: "정답",
    WRONG_ANSWER: "오답",
    TIME_LIMIT_EXCEEDED: "시간 초과",
    RUNTIME_ERROR: "런타임 오류",
    INTERNAL_ERROR: "채점 실패",
    RETURNED: "실행 완료",
  },
  reason: {
    EXCEPTION: "코드에서 예외가 발생했습니다.",
    COMPILE_ERROR: "코드에 문법 오류가 있습니다.",
    NO_ENTRY_FUNCTION: "호출할 함수가 코드에 없습니다.",
    NO_RESULT: "값을 반환하기 전에 프로그램이 끝났습니다.",
    BAD_RETURN_VALUE: "반환값을 JSON으로 나타낼 수 없습니다.",
    SIGNAL: "프로세스가 시그널을 받고 종료되었습니다.",
    MEMORY_LIMIT: "메모리를 제한보다 많이 썼습니다.",
    OUTPUT_LIMIT: "16 MB가 넘게 출력했습니다.",
    CPU_LIMIT: "CPU 시간을 모두 썼습니다.",
    WALL_LIMIT: "제한 시간 안에 끝나지 않았습니다.",
    NOT_RUN: "다른 케이스 10개가 이미 시간을 초과해 실행하지 않았습니다.",
    CHECKER_ERROR: "문제의 채점 프로그램이 실패했습니다. 출제자에게 알려 주세요.",
    EXECUTOR_ERROR: "실행기에 문제가 생겼습니다. 코드 탓이 아닙니다.",
    DEADLINE: "채점 시간이 다 되어 이 케이스는 실행하지 못했습니다.",
  },
};
