/* A mark is kept as: lines and rows behind the one before; column and cell; contestant and judge, each plus one, as there
 * may be none; round, criterion; has_judge, word and state in one number; twice the value, or for a negative one the odd
 * number before. */
#include "kept_marks.h"

#include "short_numbers.h"

enum { NUMBERS_A_MARK = 10, STATES = 4, WORDS = 8 };

struct kept_marks kept_marks_for(size_t most, struct arena *arena)
{
    struct kept_marks kept = {.numbers = arena_take_unset(arena, most * NUMBERS_A_MARK * SHORT_NUMBER_MOST)};
    kept_marks_clear(&kept);
    return kept;
}

void kept_marks_clear(struct kept_marks *kept)
{
    kept->end = kept->numbers;
    kept->line = kept->row = 1;
}

static uint64_t unsigned_of(points value)
{
    return value < 0 ? (uint64_t)(-value) * 2 - 1 : (uint64_t)value * 2;
}

static points signed_of(uint64_t number)
{
    return number % 2 ? -(points)(number / 2) - 1 : (points)(number / 2);
}

void kept_marks_add(struct kept_marks *kept, const struct mark *mark, bool has_judge)
{
    size_t flags = ((size_t)has_judge * WORDS + (size_t)mark->word) * STATES + (size_t)mark->state;
    unsigned char *to = short_number_write(kept->end, mark->place.line - kept->line);
    to = short_number_write(to, mark->place.row - kept->row);
    to = short_number_write(to, mark->place.column);
    to = short_number_write(to, mark->place.cell);
    to = short_number_write(to, mark->contestant + 1);
    to = short_number_write(to, mark->judge + 1);
    to = short_number_write(to, mark->round);
    to = short_number_write(to, mark->criterion);
    to = short_number_write(to, flags);
    kept->end = short_number_write(to, unsigned_of(mark->value));
    kept->line = mark->place.line;
    kept->row = mark->place.row;
}

static uint64_t next(const unsigned char **numbers)
{
    uint64_t number;
    *numbers = short_number_read(*numbers, &number);
    return number;
}

void kept_marks_take(const struct kept_marks *kept, struct place start, kept_mark_fn *take, void *context)
{
    struct mark mark = {.place = start};
    for (const unsigned char *numbers = kept->numbers; numbers < kept->end;) {
        mark.place.line += next(&numbers);
        mark.place.row += (uint32_t)next(&numbers);
        mark.place.column = next(&numbers);
        mark.place.cell = (uint32_t)next(&numbers);
        mark.contestant = next(&numbers) - 1;
        mark.judge = next(&numbers) - 1;
        mark.round = next(&numbers);
        mark.criterion = next(&numbers);
        size_t flags = next(&numbers);
        mark.value = signed_of(next(&numbers));
        mark.state = (int)(flags % STATES);
        mark.word = (int)(flags / STATES % WORDS);
        take(context, &mark, flags / STATES / WORDS);
    }
}
