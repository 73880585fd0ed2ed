#include "xlsx_format.h"

#include <string.h>

struct xlsx_format xlsx_format_known(unsigned number)
{
    /* ECMA-376 part 1, 18.8.30, with those of Chinese spreadsheets (27 to 36, 50 to 58). */
    static const struct {
        unsigned number;
        const char *code;
    } codes[] = {
        {9, "0%"},      {10, "0.00%"},      {14, "yyyy-m-d"},      {15, "d-mmm-yy"},
        {16, "d-mmm"},  {17, "mmm-yy"},     {18, "h:mm am/pm"},    {19, "h:mm:ss am/pm"},
        {20, "h:mm"},   {21, "h:mm:ss"},    {22, "m/d/yy h:mm"},   {27, "yyyy-m"},
        {28, "m-d"},    {29, "m-d"},        {30, "m-d-yy"},        {31, "yyyy-m-d"},
        {32, "h:mm"},   {33, "h:mm:ss"},    {34, "am/pm h:mm"},    {35, "am/pm h:mm:ss"},
        {36, "yyyy-m"}, {45, "mm:ss"},      {46, "[h]:mm:ss"},     {47, "mm:ss.0"},
        {50, "yyyy-m"}, {51, "m-d"},        {52, "yyyy-m"},        {53, "m-d"},
        {54, "m-d"},    {55, "am/pm h:mm"}, {56, "am/pm h:mm:ss"}, {57, "yyyy-m"},
        {58, "m-d"},
    };
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (codes[i].number == number)
            return xlsx_format_of_code(text_from_c(codes[i].code));
    return (struct xlsx_format){.kind = XLSX_FORMAT_NUMBER};
}

/* What the code holds outside quotes. */
struct signs {
    bool has_date, has_half_days, has_hours, has_months_or_minutes, has_seconds, has_percent, is_elapsed, has_other;
    unsigned zeros;
};

/* The byte behind what begins at `at` and ends with `last`. */
static size_t behind(struct text code, size_t at, char last)
{
    const char *end = memchr(code.bytes + at, last, code.length - at);
    return end ? (size_t)(end - code.bytes) + 1 : code.length;
}

static int lower_of(char c)
{
    return c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
}

static void take_letter(struct signs *signs, char c)
{
    int lower = lower_of(c);
    signs->has_date |= lower == 'y' || lower == 'd';
    signs->has_hours |= lower == 'h';
    signs->has_seconds |= lower == 's';
    signs->has_months_or_minutes |= lower == 'm';
    signs->has_percent |= lower == '%';
    signs->zeros += lower == '0';
    signs->has_other |= lower != '0';
}

static bool starts_with_word(struct text code, size_t at, struct text word)
{
    if (code.length - at < word.length)
        return false;
    for (size_t i = 0; i < word.length; i++)
        if (lower_of(code.bytes[at + i]) != word.bytes[i])
            return false;
    return true;
}

/* [h], [mm], [ss]; other brackets hold colours, languages and conditions. */
static void take_bracket(struct signs *signs, struct text inner)
{
    for (size_t i = 0; i < inner.length; i++)
        if (!strchr("hHmMsS", inner.bytes[i]))
            return;
    signs->is_elapsed = true;
    if (inner.length > 0)
        take_letter(signs, inner.bytes[0]);
}

static struct signs signs_of(struct text code)
{
    static const struct text skipped[] = {TEXT_INIT("am/pm"), TEXT_INIT("a/p"), TEXT_INIT("上午/下午"),
                                          TEXT_INIT("general")};
    enum { HALF_DAYS = 3 }; /* the first three of them part the day */
    struct signs signs = {0};
    for (size_t at = 0; at < code.length && code.bytes[at] != ';';) {
        size_t word = 0;
        while (word < sizeof skipped / sizeof *skipped && !starts_with_word(code, at, skipped[word]))
            word++;
        if (word < sizeof skipped / sizeof *skipped) {
            signs.has_half_days |= word < HALF_DAYS;
            at += skipped[word].length;
        } else if (code.bytes[at] == '"') {
            at = behind(code, at + 1, '"');
        } else if (code.bytes[at] == '[') {
            size_t end = behind(code, at, ']');
            take_bracket(&signs, (struct text){code.bytes + at + 1, end - at - 2 < end ? end - at - 2 : 0});
            at = end;
        } else if (strchr("\\_*", code.bytes[at])) {
            at += 2; /* the next character stands for itself, is a width, or fills */
        } else {
            take_letter(&signs, code.bytes[at++]);
        }
    }
    return signs;
}

struct xlsx_format xlsx_format_of_code(struct text code)
{
    struct signs signs = signs_of(code);
    bool is_time = signs.has_hours || signs.has_seconds || (signs.has_months_or_minutes && signs.is_elapsed);
    if (signs.has_date || (is_time && signs.has_half_days) || (!is_time && signs.has_months_or_minutes))
        return (struct xlsx_format){.kind = XLSX_FORMAT_DATE};
    if (is_time)
        return (struct xlsx_format){.kind = XLSX_FORMAT_TIME,
                                    .has_hours = signs.has_hours,
                                    .has_minutes = signs.has_months_or_minutes,
                                    .has_seconds = signs.has_seconds,
                                    .is_elapsed = signs.is_elapsed};
    if (signs.has_percent)
        return (struct xlsx_format){.kind = XLSX_FORMAT_PERCENT};
    return (struct xlsx_format){.kind = XLSX_FORMAT_NUMBER, .zeros = signs.has_other ? 0 : signs.zeros};
}
