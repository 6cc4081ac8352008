INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


def solution(data):
    """Go word by word, which turns every run of white space into one space."""
    words = []
    for word in data.split():
        initials = ""
        for character in word:
            if "가" <= character <= "힣":
                initials += INITIALS[(ord(character) - ord("가")) // 588]
            else:
                initials += character
        words.append(initials)
    return " ".join(words)
