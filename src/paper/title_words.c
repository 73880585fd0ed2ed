#include "title_words.h"

#include <stdlib.h>
#include <unicode/ubrk.h>

#include "embed.h"
#include "line_break.h"

EMBED("biwu_title_words", "characters/words.txt");
extern const char biwu_title_words[], biwu_title_words_end[];

/* A title, letter by letter. */
struct title {
    uint32_t *letters;
    bool *begins; /* whether a word begins with the letter; the one behind the last does */
    size_t count;
};

static struct title title_of(struct text text, struct arena *arena)
{
    struct title title = {ARENA_ARRAY(arena, uint32_t, text.length), ARENA_ARRAY(arena, bool, text.length + 1), 0};
    while (text.length > 0)
        title.letters[title.count++] = text_next_character(&text);
    for (size_t i = 0; i <= title.count; i++)
        title.begins[i] = true;
    return title;
}

/* ---- words by ICU's dictionary ---- */

/* The places of letters in UTF-16, one behind the last. */
static int32_t *write_utf16(const struct title *title, UChar *units, struct arena *scratch)
{
    int32_t *places = ARENA_ARRAY(scratch, int32_t, title->count + 1), length = 0;
    for (size_t i = 0; i < title->count; i++) {
        places[i] = length;
        U16_APPEND_UNSAFE(units, length, title->letters[i]);
    }
    places[title->count] = length;
    return places;
}

static bool find_dictionary_words(struct title *title, struct arena scratch)
{
    UErrorCode error = U_ZERO_ERROR;
    UChar *units = ARENA_ARRAY(&scratch, UChar, 2 * title->count);
    const int32_t *places = write_utf16(title, units, &scratch);
    UBreakIterator *words = ubrk_open(UBRK_WORD, "zh", units, places[title->count], &error);
    for (size_t i = 1; U_SUCCESS(error) && i < title->count; i++)
        title->begins[i] = ubrk_isBoundary(words, places[i]);
    ubrk_close(words);
    return U_SUCCESS(error);
}

/* ---- words of our own ---- */

/* How many letters at `at` a word of the list has, if they are its. */
static size_t match(const struct title *title, size_t at, struct text word)
{
    size_t length = 0;
    while (word.length > 0 && at + length < title->count && text_next_character(&word) == title->letters[at + length])
        length++;
    return word.length == 0 ? length : 0;
}

/* Notes by letter how long the longest word is that stands there. */
static void note_word(const struct title *title, struct text word, size_t *longest)
{
    struct text rest = word;
    uint32_t first = word.length > 0 ? text_next_character(&rest) : TEXT_INVALID;
    for (size_t i = 0; i < title->count; i++) {
        size_t length = title->letters[i] == first ? match(title, i, word) : 0;
        longest[i] = length > longest[i] ? length : longest[i];
    }
}

static void find_own_words(struct title *title, struct arena scratch)
{
    struct text rest = {biwu_title_words, (size_t)(biwu_title_words_end - biwu_title_words)}, line, word;
    size_t *longest = ARENA_ARRAY(&scratch, size_t, title->count);
    while (text_next_part(&rest, '\n', &line))
        while (!text_starts_with(line, TEXT("#")) && text_next_part(&line, ' ', &word))
            note_word(title, word, longest);
    for (size_t i = 0; i < title->count;) {
        for (size_t k = 1; k < longest[i]; k++)
            title->begins[i + k] = false;
        i += longest[i] > 0 ? longest[i] : 1;
    }
}

/* ---- letters between words ---- */

/* 市, 局, 赛: of the word before them. */
static bool ends_words(uint32_t letter)
{
    static const uint32_t endings[] = {U'市', U'县', U'区', U'旗', U'盟', U'镇', U'乡', U'村', U'局', U'厅',
                                       U'部', U'委', U'室', U'会', U'处', U'科', U'院', U'校', U'所', U'站',
                                       U'队', U'团', U'组', U'社', U'赛', U'奖', U'者', U'员', U'长', U'的',
                                       U'力', U'型', U'化', U'性', U'人', U'界', U'类', U'级', U'届', U'期'};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (endings[i] == letter)
            return true;
    return false;
}

static bool is_numeral(uint32_t letter)
{
    static const uint32_t numerals[] = {U'〇', U'零', U'一', U'二', U'三', U'四', U'五',
                                        U'六', U'七', U'八', U'九', U'十', U'百', U'千'};
    for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
        if (numerals[i] == letter)
            return true;
    return false;
}

/* 第十二届 is one, wherever the dictionary parts it. */
static void join_numerals(struct title *title)
{
    for (size_t i = 1; i < title->count; i++) {
        uint32_t before = title->letters[i - 1], here = title->letters[i];
        bool goes_on = is_numeral(here) && (is_numeral(before) || before == U'第');
        if (goes_on || (is_numeral(before) && ends_words(here)))
            title->begins[i] = false;
    }
}

static bool is_alone(const struct title *title, size_t at)
{
    return letter_is_hanzi(title->letters[at]) && title->begins[at] && title->begins[at + 1];
}

/* Single ones one after the other are a name that the dictionary does not have: 扎嘎斯台. */
static void join_single_letters(struct title *title)
{
    bool was_alone = false;
    for (size_t i = 0; i < title->count; i++) {
        bool alone = is_alone(title, i), joins = alone && i > 0 && letter_is_hanzi(title->letters[i - 1]);
        if (joins && (was_alone || ends_words(title->letters[i])))
            title->begins[i] = false;
        was_alone = alone && !ends_words(title->letters[i]);
    }
}

static bool is_digit(uint32_t letter)
{
    return letter >= '0' && letter <= '9';
}

static bool is_latin(uint32_t letter)
{
    return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
}

/* Over a blank a number stays with the Latin word before it (China 2017), and what is counted with the number (2023 年). */
static bool goes_on_over_blank(const struct title *title, size_t at)
{
    if (at < 2 || title->letters[at - 1] != ' ')
        return false;
    uint32_t before = title->letters[at - 2], here = title->letters[at];
    bool is_counted = is_digit(before) && letter_is_hanzi(here) && !line_may_end_between(before, here);
    return is_counted || (is_latin(before) && is_digit(here));
}

struct text title_words_kept(struct text text, struct arena *arena)
{
    struct title title = title_of(text, arena);
    struct sink sink = sink_in(arena);
    if (title.count == 0 || !find_dictionary_words(&title, *arena))
        return text;
    find_own_words(&title, *arena);
    join_single_letters(&title);
    join_numerals(&title);
    for (size_t i = 0; i < title.count; i++) {
        bool is_within =
            i > 0 && !title.begins[i] && letter_is_hanzi(title.letters[i - 1]) && letter_is_hanzi(title.letters[i]);
        if (is_within || goes_on_over_blank(&title, i))
            sink_character(&sink, WORD_JOINER);
        sink_character(&sink, title.letters[i]);
    }
    return sink_written(&sink);
}
