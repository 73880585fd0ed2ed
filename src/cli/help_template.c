#include "help_template.h"

#include "placeholders.h"
#include "template_keys.h"
#include "text_table.h"

enum { COLUMNS = 4 };

static struct text say(const struct style *style, const char *english)
{
    return text_from_c(style->translate(english));
}

static const char *type_word(enum template_key_type type)
{
    static const char *const words[] = {
        [TEMPLATE_WORDS] = N_("text"),
        [TEMPLATE_PARAGRAPH] = N_("text"),
        [TEMPLATE_PLACEHOLDER] = N_("placeholder"),
        [TEMPLATE_LENGTH] = N_("mm"),
        [TEMPLATE_PAIR] = N_("mm, mm"),
        [TEMPLATE_PAPER] = N_("paper | mm x mm"),
        [TEMPLATE_SIZE] = N_("points | 三号 …"),
        [TEMPLATE_NUMBER] = N_("number"),
        [TEMPLATE_COUNT] = N_("integer"),
        [TEMPLATE_COLOUR] = N_("#RRGGBB | name"),
        [TEMPLATE_CHOICE] = "",
    };
    return words[type];
}

static struct text taken_text(const struct template_key *key, const struct style *style, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    for (size_t i = 0; key->choices && i < key->choices->count; i++) {
        sink_c(&sink, i > 0 ? " | " : "");
        sink_text(&sink, key->choices->items[i].name);
    }
    sink_text(&sink, say(style, type_word(key->type)));
    if (key->most > key->least) {
        sink_byte(&sink, ' ');
        points_write(&sink, key->least, 0);
        sink_c(&sink, "…");
        points_write(&sink, key->most, 0);
    }
    return sink_written(&sink);
}

static void write_keys(struct sink *sink, const struct template_key_table *table, const struct style *style,
                       struct arena scratch)
{
    struct table_cell *cells = ARENA_ARRAY(&scratch, struct table_cell, COLUMNS * table->count);
    for (size_t i = 0; i < table->count; i++) {
        const struct template_key *key = &table->keys[i];
        struct table_cell *row = cells + COLUMNS * i;
        row[0] = (struct table_cell){key->name, TINT_BOLD};
        row[1].text = taken_text(key, style, &scratch);
        row[2].text =
            key->required ? say(style, N_("required")) : text_from_c(key->default_value ? key->default_value : "");
        row[3].text = say(style, key->help);
    }
    const struct table_column columns[COLUMNS] = {{say(style, N_("Key")), false, false},
                                                  {say(style, N_("Takes")), false, false},
                                                  {say(style, N_("Default")), false, false},
                                                  {say(style, N_("Meaning")), false, true}};
    struct text_table made = {columns, COLUMNS, cells, table->count, 2, false};
    sink_text(sink, text_table(&made, style, sink->arena, scratch));
}

/* What each choice means: key, choice, meaning; the key beside its first choice alone. */
static void write_choices(struct sink *sink, const struct template_key_table *table, const struct style *style,
                          struct arena scratch)
{
    size_t count = 0;
    for (size_t i = 0; i < table->count; i++)
        count += table->keys[i].choices ? table->keys[i].choices->count : 0;
    struct table_cell *cells = ARENA_ARRAY(&scratch, struct table_cell, 3 * count), *row = cells;
    for (size_t i = 0; i < table->count; i++) {
        const struct choices *choices = table->keys[i].choices;
        for (size_t c = 0; choices && c < choices->count; c++, row += 3) {
            row[0].text = c == 0 ? table->keys[i].name : TEXT("");
            row[1] = (struct table_cell){choices->items[c].name, TINT_BOLD};
            row[2].text = say(style, choices->items[c].help);
        }
    }
    static const struct table_column columns[] = {
        {TEXT_INIT(""), false, false}, {TEXT_INIT(""), false, false}, {TEXT_INIT(""), false, true}};
    struct text_table made = {columns, 3, cells, count, 4, true};
    sink_text(sink, text_table(&made, style, sink->arena, scratch));
}

static void write_placeholders(struct sink *sink, const struct style *style, struct arena scratch)
{
    struct table_cell cells[2 * PLACEHOLDER_COUNT] = {{{0}, TINT_PLAIN}};
    for (size_t i = 0; i < PLACEHOLDER_COUNT; i++) {
        struct sink name = sink_in(&scratch);
        sink_byte(&name, '{');
        sink_c(&name, placeholder_rows[i].name);
        sink_byte(&name, '}');
        cells[2 * i] = (struct table_cell){sink_written(&name), TINT_BOLD};
        cells[2 * i + 1].text = say(style, placeholder_rows[i].help);
    }
    static const struct table_column columns[] = {{TEXT_INIT(""), false, false}, {TEXT_INIT(""), false, true}};
    struct text_table made = {columns, 2, cells, PLACEHOLDER_COUNT, 2, true};
    sink_text(sink, text_table(&made, style, sink->arena, scratch));
}

static void write_words(struct sink *sink, struct text label, const struct template_words *words,
                        const struct style *style)
{
    sink_c(sink, "  ");
    style_write_tinted(sink, style, TINT_BOLD, MESSAGE("{1}", label));
    for (size_t i = 0; i < words->count; i++) {
        sink_c(sink, i == 0 ? "  " : ", ");
        sink_text(sink, words->items[i].name);
    }
    sink_byte(sink, '\n');
}

static void write_title(struct sink *sink, const struct style *style, struct message title)
{
    style_write_tinted(sink, style, TINT_BOLD, title);
    sink_byte(sink, '\n');
}

void help_template_write(struct sink *sink, const struct style *style, struct arena scratch)
{
    const struct message intro[] = {
        MESSAGE("A template is a plain text file of lines key = value, and of a heading [box NAME] above the keys of "
                "each box. Lines that begin with # are remarks."),
        MESSAGE("The program's own are files of templates/certificates: copy one and make it your own."),
    };
    for (size_t i = 0; i < sizeof intro / sizeof *intro; i++) {
        style_write(sink, style, intro[i]);
        sink_byte(sink, '\n');
    }
    sink_byte(sink, '\n');
    write_title(sink, style, MESSAGE("above the first box"));
    write_keys(sink, &template_page_keys, style, scratch);
    write_choices(sink, &template_page_keys, style, scratch);
    sink_byte(sink, '\n');
    write_title(sink, style, MESSAGE("beneath [box NAME]"));
    write_keys(sink, &template_box_keys, style, scratch);
    write_choices(sink, &template_box_keys, style, scratch);
    sink_byte(sink, '\n');
    write_title(sink, style, MESSAGE("words for measures and colours"));
    write_words(sink, TEXT("page"), &template_papers, style);
    write_words(sink, TEXT("size"), &template_sizes, style);
    write_words(sink, TEXT("colour"), &template_colours, style);
    sink_byte(sink, '\n');
    write_title(sink, style, MESSAGE("placeholders"));
    write_placeholders(sink, style, scratch);
}
