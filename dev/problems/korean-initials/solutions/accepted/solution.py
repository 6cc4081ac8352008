INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
SYLLABLES_PER_INITIAL = 588


def initial_of(character):
    """Return the initial consonant of a syllable, and any other character as it is."""
    if "가" <= character <= "힣":
        return INITIALS[(ord(character) - ord("가")) // SYLLABLES_PER_INITIAL]
    return character


def solution(data):
    """Return data with every Hangul syllable replaced by its initial consonant."""
    return "".join(initial_of(character) for character in data)
