import type { editor as English } from "../english/editor.js";

export const editor: typeof English = {
  label: "파이썬 코드",
  leave: "Esc를 누른 다음 Tab을 누르면 편집기에서 나갑니다.",
  reset: "처음부터 다시",
  smaller: "글자 작게",
  larger: "글자 크게",
  wrap: "긴 줄 바꿈",
  notKept: "브라우저에 더 저장할 수 없습니다. 페이지를 떠나기 전에 코드를 복사해 두세요.",
  bringBack: "내 코드 되돌리기",
};
