import type { classroom as English } from "../english/classroom.js";

export const classroom: typeof English = {
  title: "학급 제출 기록",
  everyone: "모두의 제출 기록",
  scope: { class: "학급", everyone: "모두" },
  reading: (submissions) => `불러오는 중… 지금까지 제출 ${submissions}건`,
  read: (submissions, students) => `학생 ${students}명, 제출 ${submissions}건`,
  stop: "중지",
  isPartial: (submissions) =>
    `최근 제출 ${submissions}건만 불러왔습니다. 아래 표와 파일에 이전 제출이 빠져 있을 수 있습니다.`,
  readOn: "이어서 불러오기",
  readAgain: "다시 불러오기",
  none: "아직 아무도 이 문제를 제출하지 않았습니다.",
  search: "이름이나 아이디로 찾기",
  found: (students) => `학생 ${students}명을 찾았습니다`,
  order: "정렬",
  orders: { name: "이름순", newest: "최근 제출순", best: "점수 높은 순" },
  student: "학생",
  best: "최고",
  latest: "최근",
  count: "제출 수",
  nameless: "이름 없음",
  points: (score) => `${score}점`,
  download: "스프레드시트용으로 저장(CSV):",
  students: "학생마다 한 줄",
  submissions: "제출마다 한 줄",
};
