#include "help_rules.h"

#include <string.h>

#include "rule_table.h"
#include "text_table.h"

enum { COLUMNS = 4, DEEPEST = 8 };

struct path {
    struct text names[DEEPEST];
    size_t depth;
};

struct page {
    struct sink *sink;
    const struct style *style;
    struct arena *scratch;
};

static struct text say(const struct page *page, const char *english)
{
    return text_from_c(page->style->translate(english));
}

/* ---- what a key takes ---- */

static const char *type_word(enum key_type type)
{
    static const char *const words[] = {
        [KEY_TEXT] = N_("text"),
        [KEY_TEXTS] = N_("text or list"),
        [KEY_DATE] = N_("date"),
        [KEY_FLAG] = "true | false",
        [KEY_INTEGER] = N_("integer"),
        [KEY_POINTS] = N_("number"),
        [KEY_OPTIONAL_POINTS] = N_("number"),
        [KEY_DIGITS] = "0…4",
        [KEY_DURATION] = N_("m:ss or seconds"),
        [KEY_CHOICE] = "",
        [KEY_CHOICE_SET] = "",
        [KEY_SECTION] = N_("section"),
        [KEY_LIST] = N_("list of sections"),
        [KEY_TIE_KEYS] = N_("list of tie keys"),
        [KEY_BAND] = N_("[m:ss, number]"),
        [KEY_BANDS] = N_("list of [m:ss, number]"),
        [KEY_POINTS_LIST] = N_("list of numbers"),
        [KEY_GRADES] = N_("{ grade: number }"),
        [KEY_COUNTS] = N_("integer, or one a sector"),
        [KEY_ORDER] = N_("list of counties"),
    };
    return words[type];
}

static struct text choice_text(const struct page *page, const struct choices *choices, const char *between)
{
    struct sink sink = sink_in(page->scratch);
    for (size_t i = 0; i < choices->count; i++) {
        sink_c(&sink, i > 0 ? between : "");
        sink_text(&sink, choices->items[i].name);
    }
    return sink_written(&sink);
}

static void write_range_end(struct sink *sink, const struct key *key, int64_t end)
{
    bool is_points = key->type == KEY_POINTS || key->type == KEY_OPTIONAL_POINTS;
    if (is_points)
        points_write(sink, end, 0);
    else
        sink_integer(sink, end);
}

/* Ends that no contest comes near are left out. */
static bool has_telling_range(const struct key *key)
{
    bool is_points = key->type == KEY_POINTS || key->type == KEY_OPTIONAL_POINTS;
    return (is_points && key->most < POINTS_LIMIT) || (key->type == KEY_INTEGER && key->most > key->least);
}

static struct text taken_text(const struct page *page, const struct key *key)
{
    if (key->type == KEY_CHOICE)
        return choice_text(page, key->choices, " | ");
    struct sink sink = sink_in(page->scratch);
    if (key->type == KEY_ORDER) {
        sink_text(&sink, choice_text(page, key->choices, " | "));
        sink_c(&sink, " | ");
    }
    if (key->type == KEY_CHOICE_SET) {
        sink_byte(&sink, '[');
        sink_text(&sink, choice_text(page, key->choices, ", "));
        sink_byte(&sink, ']');
        return sink_written(&sink);
    }
    sink_text(&sink, say(page, type_word(key->type)));
    if (key->type == KEY_DIGITS && key->least < 0)
        sink_c(&sink, " | exact");
    if (has_telling_range(key)) {
        sink_byte(&sink, ' ');
        write_range_end(&sink, key, key->least);
        sink_c(&sink, "…");
        write_range_end(&sink, key, key->most);
    }
    return sink_written(&sink);
}

/* ---- tables ---- */

static struct text default_text(const struct page *page, const struct key *key)
{
    if (key->required)
        return say(page, N_("required"));
    return key->default_value ? text_from_c(key->default_value) : TEXT("");
}

static void write_table(const struct page *page, const struct key_table *table)
{
    struct table_cell *cells = ARENA_ARRAY(page->scratch, struct table_cell, COLUMNS * table->count);
    for (size_t i = 0; i < table->count; i++) {
        const struct key *key = &table->keys[i];
        struct table_cell *row = cells + COLUMNS * i;
        row[0] = (struct table_cell){key->name, TINT_BOLD};
        row[1].text = taken_text(page, key);
        row[2].text = default_text(page, key);
        row[3].text = say(page, key->help);
    }
    const struct table_column columns[COLUMNS] = {{say(page, N_("Key")), false, false},
                                                  {say(page, N_("Takes")), false, false},
                                                  {say(page, N_("Default")), false, false},
                                                  {say(page, N_("Meaning")), false, true}};
    struct text_table made = {columns, COLUMNS, cells, table->count, 2, false};
    sink_text(page->sink, text_table(&made, page->style, page->sink->arena, *page->scratch));
}

static size_t count_choices(const struct key_table *table)
{
    size_t count = 0;
    for (size_t i = 0; i < table->count; i++)
        count += table->keys[i].choices ? table->keys[i].choices->count : 0;
    return count;
}

/* What each choice means: key, choice, meaning; the key beside its first choice alone. */
static void write_choices(const struct page *page, const struct key_table *table)
{
    struct table_cell *cells = ARENA_ARRAY(page->scratch, struct table_cell, 3 * count_choices(table)), *row = cells;
    for (size_t i = 0; i < table->count; i++) {
        const struct choices *choices = table->keys[i].choices;
        for (size_t c = 0; choices && c < choices->count; c++, row += 3) {
            row[0].text = c == 0 ? table->keys[i].name : TEXT("");
            row[1] = (struct table_cell){choices->items[c].name, TINT_BOLD};
            row[2].text = say(page, choices->items[c].help);
        }
    }
    static const struct table_column columns[] = {
        {TEXT_INIT(""), false, false}, {TEXT_INIT(""), false, false}, {TEXT_INIT(""), false, true}};
    struct text_table made = {columns, 3, cells, count_choices(table), 4, true};
    if (made.row_count > 0)
        sink_text(page->sink, text_table(&made, page->style, page->sink->arena, *page->scratch));
}

static void write_title(const struct page *page, const struct path *path)
{
    struct sink title = sink_in(page->scratch);
    sink_c(&title, "contest.yaml");
    for (size_t i = 0; i < path->depth; i++) {
        sink_c(&title, i == 0 ? ", " : ".");
        sink_text(&title, path->names[i]);
    }
    style_write_tinted(page->sink, page->style, TINT_BOLD, MESSAGE("{1}", sink_written(&title)));
    sink_byte(page->sink, '\n');
}

static void write_section(const struct page *page, const struct key_table *table, struct path path)
{
    write_title(page, &path);
    write_table(page, table);
    write_choices(page, table);
    for (size_t i = 0; i < table->count; i++) {
        struct path below = path;
        if (!table->keys[i].section || path.depth == DEEPEST)
            continue;
        below.names[below.depth++] = table->keys[i].name;
        sink_byte(page->sink, '\n');
        write_section(page, table->keys[i].section, below);
    }
}

void help_rules_write(struct sink *sink, const struct style *style, struct arena scratch)
{
    struct page page = {sink, style, &scratch};
    write_section(&page, &contest_keys, (struct path){0});
}
