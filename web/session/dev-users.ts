/** The people of the development server, as claims of their tokens. */
export const DEV_USERS = [
  { sub: "student-1", nickname: "Jimin" },
  { sub: "student-2", nickname: "Seoyeon" },
  { sub: "teacher-1", nickname: "Haneul", groups: ["staff"] },
] as const;

export type DevUser = (typeof DEV_USERS)[number];
