import type { faults as English } from "../english/faults.js";
import { signIn } from "./sign-in.js";

export const faults: typeof English = {
  problems: "문제 목록을 불러오지 못했습니다.",
  problem: "문제를 불러오지 못했습니다.",
  run: "코드를 실행하지 못했습니다.",
  submit: "코드를 채점하지 못했습니다.",
  details: "자세한 내용을 불러오지 못했습니다.",
  words: "영어 화면을 불러오지 못했습니다.",
  notSaved: "채점했지만 저장하지 못했습니다.",
  submissions: "제출 기록을 불러오지 못했습니다.",
  submission: "제출한 코드를 불러오지 못했습니다.",
  tryAgain: "다시 시도",
  sentences: {
    NetworkError: "서버가 응답하지 않습니다. 인터넷 연결을 확인한 뒤 다시 시도해 주세요.",
    Timeout: "서버가 제때 응답하지 않았습니다. 잠시 후 다시 시도해 주세요.",
    ExecutorBusy: "지금은 실행기가 바쁩니다. 잠시 후 다시 시도해 주세요.",
    TooManyRequests:
      "한 번에 채점하거나 실행할 수 있는 수를 넘었습니다. 하나가 끝난 다음 다시 시도해 주세요.",
    PayloadTooLarge: "보낸 내용이 너무 큽니다. 코드나 입력을 줄여 주세요.",
    ResponseTooLarge: "결과가 너무 큽니다. 입력 수를 줄여 주세요.",
    ProblemNotFound: "문제를 찾을 수 없습니다. 삭제되었을 수 있습니다.",
    SubmissionNotFound: "제출 기록을 찾을 수 없습니다.",
    ResultMissing:
      "결과가 제때 저장되지 않았습니다. 잠시 후 제출 기록을 확인하고, 없으면 다시 제출해 주세요.",
    SubmissionNotSaved: "결과는 아래와 같지만 제출 기록에는 남지 않았습니다. 다시 제출해 주세요.",
    StorageUnavailable: "저장소가 응답하지 않습니다. 잠시 후 다시 시도해 주세요.",
    IdentityProviderUnavailable: "지금은 로그인을 확인할 수 없습니다. 잠시 후 다시 시도해 주세요.",
    Unauthorized: "로그인이 만료되었습니다. 페이지를 새로 고쳐 다시 로그인해 주세요.",
    SignInEnded: "로그인이 만료되었습니다. 위에서 다시 로그인하세요. 작성한 내용은 남아 있습니다.",
    SignInUnreachable: signIn.faults.SignInUnreachable,
    MissingIdentity: "계정에 이름이나 사용자 번호가 없습니다. 관리자에게 알려 주세요.",
    Forbidden: "이 주소에서는 서비스를 쓸 수 없습니다. 원래 주소로 열어 주세요.",
    NotFound: "문제 목록이 없습니다. 문제 주소로 직접 열어 주세요.",
    InvalidInput: "보낸 내용을 처리할 수 없습니다. 페이지를 새로 고치고 다시 시도해 주세요.",
    PartNotLoaded:
      "페이지의 일부를 불러오지 못했습니다. 인터넷 연결을 확인한 뒤 다시 시도해 주세요. 그래도 안 되면 페이지를 새로 고치세요. 작성한 내용은 남아 있습니다.",
    PageError: "페이지에 문제가 생겼습니다. 새로 고치고 다시 시도해 주세요.",
    InternalError: "서버에 문제가 생겼습니다. 아래 요청 번호와 함께 알려 주세요.",
  },
  unknown: "예상하지 못한 응답을 받았습니다. 다시 시도하거나 아래 코드와 함께 알려 주세요.",
};
