#include "numbers.h"

#include "plain.h"

enum { PARTS_OF_A_TIME = 3, MOST_SECONDS = 1000000 };

/* ---- why a text is no number ---- */

/* What people write beside or in place of digits. */
static struct message hint_for(struct text plain)
{
    const struct {
        struct text sign;
        struct message hint;
    } remedies[] = {
        {TEXT("%"), MESSAGE("write the number alone, without the per cent sign")},
        {TEXT("分"), MESSAGE("write the number alone, without 分")},
        {TEXT("。"), MESSAGE("write a point (.) in place of the full stop 。")},
        {TEXT("−"), MESSAGE("write an ordinary hyphen (-) as the minus sign")},
        {TEXT("–"), MESSAGE("write an ordinary hyphen (-) as the minus sign")},
        {TEXT("O"), MESSAGE("is it the letter O in place of the digit 0?")},
        {TEXT("o"), MESSAGE("is it the letter o in place of the digit 0?")},
        {TEXT("l"), MESSAGE("is it the letter l in place of the digit 1?")},
        {TEXT("I"), MESSAGE("is it the letter I in place of the digit 1?")},
        {TEXT(" "), MESSAGE("take the blank out of the number")},
    };
    bool has_digit = false;
    for (size_t i = 0; i < plain.length; i++)
        has_digit |= plain.bytes[i] >= '0' && plain.bytes[i] <= '9';
    for (size_t i = 0; has_digit && i < sizeof remedies / sizeof *remedies; i++)
        if (text_contains(plain, remedies[i].sign))
            return remedies[i].hint;
    return NO_HINT;
}

static void report_no_number(struct text written, struct text plain, struct place place, struct faults *faults)
{
    struct message hint = hint_for(plain);
    faults_add(faults, SEVERITY_ERROR, place, MESSAGE("“{1}” is not a number", SHOWN(written)),
               hint.format ? hint : MESSAGE("write digits, and a point where it has decimals, such as 92.5"));
}

static void report_comma(struct text written, struct plain plain, struct place place, struct faults *faults)
{
    for (size_t i = 0; i < plain.length; i++)
        if (plain.bytes[i] == ',')
            plain.bytes[i] = '.';
    faults_add(faults, SEVERITY_ERROR, place, MESSAGE("“{1}” has a comma in it", SHOWN(written)),
               MESSAGE("decimals stand behind a point: {1}; thousands are not set apart", plain_text(&plain)));
}

/* ---- reading ---- */

bool number_read_points(struct text written, struct place place, struct faults *faults, points *value)
{
    struct plain plain;
    /* Most numbers are plain as they stand. */
    if (written.length <= PLAIN_MOST_BYTES && points_read(written, value) == POINTS_READ)
        return true;
    enum points_reading reading =
        plain_from_text(written, &plain) ? points_read(plain_text(&plain), value) : POINTS_NOT_A_NUMBER;
    switch (reading) {
    case POINTS_READ:
        return true;
    case POINTS_NOT_A_NUMBER:
        report_no_number(written, plain_text(&plain), place, faults);
        break;
    case POINTS_DECIMAL_COMMA:
        report_comma(written, plain, place, faults);
        break;
    case POINTS_TOO_MANY_DIGITS:
        faults_add(faults, SEVERITY_ERROR, place,
                   MESSAGE("“{1}” has more than four digits behind the point", SHOWN(written)),
                   MESSAGE("a number has four at the most"));
        break;
    case POINTS_TOO_LARGE:
        faults_add(faults, SEVERITY_ERROR, place, MESSAGE("“{1}” is too large", SHOWN(written)),
                   MESSAGE("a number lies between -1000000 and 1000000"));
        break;
    }
    return false;
}

/* A number in words of a message lives in `room`, an arena of its own. */
enum { NUMBER_ROOM = 64 };

static struct text points_in(char room[NUMBER_ROOM], points value)
{
    struct arena arena = {room, room + NUMBER_ROOM, NULL};
    struct sink sink = sink_in(&arena);
    points_write(&sink, value, 0);
    return sink_written(&sink);
}

static struct text integer_in(char room[NUMBER_ROOM], int64_t value)
{
    struct arena arena = {room, room + NUMBER_ROOM, NULL};
    struct sink sink = sink_in(&arena);
    sink_integer(&sink, value);
    return sink_written(&sink);
}

static void report_range(struct text written, struct text least, struct text most, struct place place,
                         struct faults *faults)
{
    faults_add(faults, SEVERITY_ERROR, place, MESSAGE("“{1}” is out of range", SHOWN(written)),
               MESSAGE("it must be from {1} to {2}", least, most));
}

bool number_read_points_within(struct text written, points least, points most, struct place place,
                               struct faults *faults, points *value)
{
    char least_room[NUMBER_ROOM], most_room[NUMBER_ROOM];
    points read;
    if (!number_read_points(written, place, faults, &read))
        return false;
    if (read < least || read > most) {
        report_range(written, points_in(least_room, least), points_in(most_room, most), place, faults);
        return false;
    }
    *value = read;
    return true;
}

bool number_read_integer_within(struct text written, int64_t least, int64_t most, struct place place,
                                struct faults *faults, int64_t *value)
{
    char least_room[NUMBER_ROOM], most_room[NUMBER_ROOM];
    points read;
    if (!number_read_points(written, place, faults, &read))
        return false;
    if (read % POINTS_ONE != 0) {
        faults_add(faults, SEVERITY_ERROR, place, MESSAGE("“{1}” is not a whole number", SHOWN(written)), NO_HINT);
        return false;
    }
    if (read / POINTS_ONE < least || read / POINTS_ONE > most) {
        report_range(written, integer_in(least_room, least), integer_in(most_room, most), place, faults);
        return false;
    }
    *value = read / POINTS_ONE;
    return true;
}

/* ---- times ---- */

/* Plain digits, at most six of them. */
static bool read_digits(struct text text, int64_t *value)
{
    enum { MOST_DIGITS = 6 };
    if (text.length == 0 || text.length > MOST_DIGITS)
        return false;
    *value = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] < '0' || text.bytes[i] > '9')
            return false;
        *value = *value * 10 + (text.bytes[i] - '0');
    }
    return true;
}

/* Cuts a point and the digits behind it off; false where what stands behind the point are no digits. */
static bool cut_fraction(struct text *time)
{
    size_t point = 0;
    while (point < time->length && time->bytes[point] != '.')
        point++;
    for (size_t i = point + 1; i < time->length; i++)
        if (time->bytes[i] < '0' || time->bytes[i] > '9')
            return false;
    time->length = point;
    return true;
}

static bool read_time(struct text time, int64_t *seconds)
{
    struct text part;
    int64_t value, total = 0;
    size_t parts = 0;
    if (!cut_fraction(&time))
        return false;
    while (text_next_part(&time, ':', &part)) {
        if (++parts > PARTS_OF_A_TIME || !read_digits(part, &value))
            return false;
        /* Behind a colon stand two digits, below 60. */
        if (parts > 1 && (part.length != 2 || value >= 60))
            return false;
        total = total * 60 + value;
    }
    *seconds = total;
    return parts > 0 && total <= MOST_SECONDS;
}

bool number_read_seconds(struct text written, struct place place, struct faults *faults, int64_t *seconds)
{
    struct plain plain;
    if (plain_from_text(written, &plain) && read_time(plain_text(&plain), seconds))
        return true;
    faults_add(faults, SEVERITY_ERROR, place, MESSAGE("“{1}” is not a time", SHOWN(written)),
               MESSAGE("write seconds (495), m:ss (8:15) or h:mm:ss (1:08:15)"));
    return false;
}
