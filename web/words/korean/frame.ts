import type { frame as English } from "../english/frame.js";

export const frame: typeof English = {
  viewsLabel: "보기",
  units: {
    milliseconds: (figure) => `${figure} ms`,
    seconds: (figure) => `${figure}초`,
  },
  views: {
    problems: "문제 목록",
    statement: "문제",
    code: "코드",
    submissions: "제출 기록",
  },
  panes: { columns: "열 너비", rows: "편집기 높이" },
  header: {
    user: "사용자",
    api: "API",
    otherLanguage: "English",
    toLight: "밝은 화면으로 바꾸기",
    toDark: "어두운 화면으로 바꾸기",
  },
  mockNotice:
    "이 서버는 --mock-executor로 시작되었습니다. 코드를 실행하지 않고, 모든 케이스가 입력을 그대로 반환합니다.",
};
