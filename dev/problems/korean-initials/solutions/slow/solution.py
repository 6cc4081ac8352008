INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


def initial_of(character):
    """Look it up in a table of all syllables, which is made anew for every character."""
    syllables = map(chr, range(ord("가"), ord("힣") + 1))
    table = {syllable: INITIALS[index // 588] for index, syllable in enumerate(syllables)}
    return table.get(character, character)


def solution(data):
    """Return data with every Hangul syllable replaced by its initial consonant."""
    return "".join(initial_of(character) for character in data)
