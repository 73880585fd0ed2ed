"""Where what is seen of a word on paper begins and ends."""
HALF_MARK = 5  # points: the blank half of a mark in running text, which a line's end does without
CLOSING, OPENING = "，。、；：！？」』》〉）】〕”’", "「『《〈（【〔“‘"


def seen_edges(left, right, word):
    """Without the blank half of a mark at either end, which may lie in the margin."""
    return left + HALF_MARK * word.startswith(tuple(OPENING)), right - HALF_MARK * word.endswith(tuple(CLOSING))
