#include "spacing.h"

#include "line_break.h"

static const double BETWEEN_SCRIPTS = 0.25; /* ems */

static double half(const struct letter *letter)
{
    return letter->style->size / 2;
}

/* Of two blank halves that face each other one is enough, and a mark is close to one that it faces: ）、 and （《. */
static double punctuation_move(const struct letter *letter, const struct letter *next)
{
    if (letter->blank == BLANK_HALF_LAST && next->blank != BLANK_HALF_NONE)
        return -half(letter);
    return letter->blank == BLANK_HALF_FIRST && next->blank == BLANK_HALF_FIRST ? -half(next) : 0;
}

static double script_move(const struct letter *letter, const struct letter *next)
{
    if (letter_is_hanzi(letter->code_point) && letter_is_alphanumeric(next->code_point) && !next->is_mark)
        return BETWEEN_SCRIPTS * letter->style->size;
    if (letter_is_alphanumeric(letter->code_point) && letter_is_hanzi(next->code_point))
        return BETWEEN_SCRIPTS * next->style->size;
    return 0;
}

/* Between the letters of a name nothing is put: readers that do not know what a line is told to say make a blank of it. */
void spacing_set(enum letter_spacing spacing, struct letter *letter)
{
    const struct letter *next = letter + 1;
    if (letter->blank != BLANK_HALF_NONE)
        letter->move = punctuation_move(letter, next);
    else if (spacing == SPACING_TEXT && !letter->is_glued)
        letter->move = script_move(letter, next);
}

double spacing_first(const struct letter *letter)
{
    return letter->blank == BLANK_HALF_FIRST ? half(letter) : 0;
}

double spacing_last(const struct letter *letter)
{
    return letter->blank == BLANK_HALF_LAST ? half(letter) : 0;
}
