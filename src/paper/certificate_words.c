#include "certificate_words.h"

#include "glue.h"
#include "points.h"
#include "rule_words.h"

static const char *const chinese_digits[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

enum { WIDTH_MOST = 12 };

/* The width asked for by "n", "n:4" or "n:04"; -1 for anything else. */
static int width_of(struct text field)
{
    points width;
    if (text_equal(field, TEXT("n")))
        return 1;
    if (!text_starts_with(field, TEXT("n:")))
        return -1;
    struct text digits = {field.bytes + 2, field.length - 2};
    bool is_number = points_read(digits, &width) == POINTS_READ && width % POINTS_ONE == 0 && width >= 0 &&
                     width <= WIDTH_MOST * POINTS_ONE;
    return is_number ? (int)(width / POINTS_ONE) : -1;
}

void certificate_write_number(struct sink *sink, struct text pattern, size_t number)
{
    struct text rest = pattern, part, field;
    while (rest.length > 0 && text_next_part(&rest, '{', &part)) {
        sink_text(sink, part);
        if (!rest.bytes)
            return;
        if (!text_next_part(&rest, '}', &field))
            return;
        int width = rest.bytes ? width_of(field) : -1;
        if (width >= 0) {
            sink_padded(sink, number, width);
        } else {
            sink_byte(sink, '{');
            sink_text(sink, field);
            sink_c(sink, rest.bytes ? "}" : "");
        }
    }
}

static bool take_number(struct text *rest, size_t width, int *number)
{
    *number = 0;
    if (rest->length < width)
        return false;
    for (size_t i = 0; i < width; i++) {
        char c = rest->bytes[i];
        if (c < '0' || c > '9')
            return false;
        *number = *number * 10 + (c - '0');
    }
    *rest = (struct text){rest->bytes + width, rest->length - width};
    return true;
}

static bool take_dash(struct text *rest)
{
    bool is_dash = text_starts_with(*rest, TEXT("-"));
    if (is_dash)
        *rest = (struct text){rest->bytes + 1, rest->length - 1};
    return is_dash;
}

/* 1 to 99 as it is spoken: 十, 二十六. */
static void write_spoken(struct sink *sink, int number)
{
    if (number >= 20)
        sink_c(sink, chinese_digits[number / 10]);
    if (number >= 10)
        sink_c(sink, "十");
    if (number % 10 > 0)
        sink_c(sink, chinese_digits[number % 10]);
}

void certificate_write_ordinal(struct sink *sink, size_t number)
{
    if (number < 100)
        write_spoken(sink, (int)number);
    else
        sink_integer(sink, (int64_t)number);
}

void certificate_write_date(struct sink *sink, struct text date)
{
    int year, month, day;
    struct text rest = date;
    bool is_date = take_number(&rest, 4, &year) && take_dash(&rest) && take_number(&rest, 2, &month) &&
                   take_dash(&rest) && take_number(&rest, 2, &day) && rest.length == 0;
    if (!is_date) {
        sink_text(sink, date);
        return;
    }
    for (int unit = 1000; unit > 0; unit /= 10)
        sink_c(sink, chinese_digits[year / unit % 10]);
    sink_c(sink, "年");
    write_spoken(sink, month);
    sink_c(sink, "月");
    write_spoken(sink, day);
    sink_c(sink, "日");
}

/* ---- awards ---- */

struct text certificate_award(const struct rules *rules, size_t award)
{
    return award < rules->award_count ? rules->awards[award].name : rules->specials[award - rules->award_count].name;
}

static struct text ordinal(const struct rules *rules, size_t rank, struct arena *arena)
{
    struct sink place = sink_in(arena);
    if (rules->language == LANGUAGE_ENGLISH)
        sink_integer(&place, (int64_t)rank);
    else
        certificate_write_ordinal(&place, rank);
    return sink_written(&place);
}

struct text certificate_team_award(const struct rules *rules, size_t rank, struct arena *arena)
{
    return glue_text(rule_say(rules, arena, "team.award", FILL({"rank", ordinal(rules, rank, arena)})), arena);
}

struct text certificate_team_place(const struct rules *rules, size_t rank, struct arena *arena)
{
    /* In the words of version 0.2.0, whatever is printed today: else a correction would number it anew. */
    static const struct text places[] = {
        [LANGUAGE_CHINESE] = TEXT_INIT("团体第{rank}名"), [LANGUAGE_ENGLISH] = TEXT_INIT("Place {rank} of the teams")};
    struct sink sink = sink_in(arena);
    wording_fill(&sink, places[rules->language], FILL({"rank", ordinal(rules, rank, arena)}));
    return sink_written(&sink);
}
