import type { signIn as English } from "../english/sign-in.js";

export const signIn: typeof English = {
  signIn: "로그인",
  signOut: "로그아웃",
  leaving: "로그인 페이지로 이동하고 있습니다…",
  signedOut: "로그아웃했습니다",
  signedOutHint: "작성한 내용은 이 브라우저에 남아 있습니다.",
  ended:
    "로그인이 만료되었습니다. 계속하려면 다시 로그인하세요. 작성한 내용은 그대로 남아 있습니다.",
  refused: "로그인하지 못했습니다",
  notLoaded: "페이지를 불러오지 못했습니다",
  notLoadedHint: "사이트가 응답하지 않습니다. 인터넷 연결을 확인한 뒤 다시 시도하세요.",
  tryAgain: "다시 시도",
  faults: {
    AccessDenied:
      "로그인 페이지에서 이 계정을 거부했습니다. 이 사이트를 이용할 수 있는 계정이라면 계정을 만들어 준 분에게 문의하세요.",
    NotConfirmed:
      "아직 확인되지 않은 계정입니다. 받은 메일을 열어 확인하거나 계정을 만들어 준 분에게 문의하세요.",
    SignInUnreachable:
      "로그인 페이지가 응답하지 않습니다. 인터넷 연결을 확인한 뒤 다시 로그인하세요.",
    ClockSkew:
      "이 기기의 시계가 맞지 않아 로그인 정보가 만료된 것으로 보입니다. 날짜와 시간을 맞춘 뒤 다시 로그인하세요.",
    CodeExpired: "시간이 너무 오래 걸렸거나 이미 사용된 로그인입니다. 다시 로그인하세요.",
    StateMismatch:
      "다른 탭에서 시작했거나 너무 오래전에 시작한 로그인입니다. 여기에서 다시 로그인하세요.",
    CookiesBlocked:
      "브라우저가 이 사이트의 데이터를 저장하지 않아 로그인할 수 없습니다. 이 사이트의 쿠키와 사이트 데이터를 허용한 뒤 다시 로그인하세요.",
    SignInFailed:
      "로그인 페이지에서 돌아오는 중에 문제가 생겼습니다. 다시 로그인해 보고, 계속되면 사이트 관리자에게 알려 주세요.",
  },
};
