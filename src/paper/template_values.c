/* What stands behind a key: lengths, sizes, colours, choices. */
#include "canvas.h"
#include "template_parts.h"

static void *field_of(const struct template_reader *reader, const struct template_key *key)
{
    return (char *)reader->target + key->offset;
}

static double number_of(points value)
{
    return (double)value / (double)POINTS_ONE;
}

/* ---- numbers ---- */

/* 12 mm as 12: the unit may be written, since there is only one. */
static struct text without_unit(struct text value, enum template_key_type type)
{
    static const struct text millimetres[] = {TEXT_INIT("mm"), TEXT_INIT("毫米")},
                             points_[] = {TEXT_INIT("pt"), TEXT_INIT("磅")};
    bool is_length = type == TEMPLATE_LENGTH || type == TEMPLATE_PAIR || type == TEMPLATE_PAPER;
    const struct text *units = is_length ? millimetres : points_;
    for (size_t i = 0; i < 2; i++) {
        size_t length = units[i].length;
        if (value.length > length && text_equal((struct text){value.bytes + value.length - length, length}, units[i]))
            return text_trimmed((struct text){value.bytes, value.length - length});
    }
    return value;
}

/* Whether it is a number within the key's range; a fault otherwise. */
static bool read_number(struct template_reader *reader, const struct template_key *key, struct text value,
                        double *number)
{
    points read = 0;
    enum points_reading reading = points_read(without_unit(value, key->type), &read);
    if (reading != POINTS_READ) {
        template_fault(reader, value.bytes, MESSAGE("{1} takes a number, not “{2}”", key->name, value),
                       reading == POINTS_DECIMAL_COMMA ? MESSAGE("write a decimal point, not a comma") : NO_HINT);
        return false;
    }
    if (read < key->least || read > key->most || (key->type == TEMPLATE_COUNT && read % POINTS_ONE != 0)) {
        template_fault(
            reader, value.bytes,
            key->type == TEMPLATE_COUNT
                ? MESSAGE("{1} takes a whole number from {2} to {3}, not {4}", key->name,
                          points_text(reader->arena, key->least), points_text(reader->arena, key->most), value)
                : MESSAGE("{1} lies between {2} and {3}; this is {4}", key->name,
                          points_text(reader->arena, key->least), points_text(reader->arena, key->most), value),
            NO_HINT);
        return false;
    }
    *number = number_of(read);
    return true;
}

static void read_length(struct template_reader *reader, const struct template_key *key, struct text value,
                        double *field)
{
    double millimetres;
    if (read_number(reader, key, value, &millimetres))
        *field = MM(millimetres);
}

/* "210 x 297", "2, -1.5": cut where one of `separators` stands. */
static bool cut_pair(struct text value, const struct text *separators, size_t count, struct text pair[2])
{
    for (size_t at = 0; at < value.length; at++) {
        struct text rest = {value.bytes + at, value.length - at};
        for (size_t i = 0; i < count; i++) {
            if (!text_starts_with(rest, separators[i]))
                continue;
            size_t behind = separators[i].length;
            pair[0] = text_trimmed((struct text){value.bytes, at});
            pair[1] = text_trimmed((struct text){rest.bytes + behind, rest.length - behind});
            return pair[0].length > 0 && pair[1].length > 0;
        }
    }
    return false;
}

static void read_offset(struct template_reader *reader, const struct template_key *key, struct text value,
                        double field[2])
{
    static const struct text commas[] = {TEXT_INIT(","), TEXT_INIT("，")};
    struct text pair[2];
    if (!cut_pair(value, commas, 2, pair)) {
        template_fault(reader, value.bytes, MESSAGE("{1} takes two numbers, not “{2}”", key->name, value),
                       MESSAGE("write mm to the right and mm down, as 1.5, -2"));
        return;
    }
    for (size_t i = 0; i < 2; i++)
        read_length(reader, key, pair[i], &field[i]);
}

/* ---- words ---- */

static void report_choice(struct template_reader *reader, const struct template_key *key, struct text value,
                          struct text known)
{
    template_fault(reader, value.bytes, MESSAGE("{1} cannot be “{2}”", key->name, value),
                   MESSAGE("write one of: {1}", known));
}

static struct text list_words(struct template_reader *reader, const struct template_words *words, const char *more)
{
    struct sink sink = sink_in(reader->arena);
    for (size_t i = 0; i < words->count; i++) {
        sink_text(&sink, words->items[i].name);
        sink_c(&sink, ", ");
    }
    sink_c(&sink, more);
    return sink_written(&sink);
}

static void read_paper(struct template_reader *reader, const struct template_key *key, struct text value,
                       double field[2])
{
    static const struct text crosses[] = {TEXT_INIT("x"), TEXT_INIT("X"), TEXT_INIT("×"), TEXT_INIT("*")};
    const struct template_word *paper = template_word_find(&template_papers, value);
    struct text pair[2];
    if (paper) {
        field[0] = MM(paper->value);
        field[1] = MM(paper->other);
    } else if (cut_pair(value, crosses, 4, pair)) {
        read_length(reader, key, pair[0], &field[0]);
        read_length(reader, key, pair[1], &field[1]);
    } else {
        report_choice(reader, key, value, list_words(reader, &template_papers, "210 x 297"));
    }
}

static void read_size(struct template_reader *reader, const struct template_key *key, struct text value, double *field)
{
    const struct template_word *size = template_word_find(&template_sizes, value);
    if (size)
        *field = size->value;
    else
        read_number(reader, key, value, field);
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    char small = (char)(c | ' ');
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

static void read_colour(struct template_reader *reader, const struct template_key *key, struct text value,
                        double *field)
{
    enum { DIGITS = 6 };
    const struct template_word *word = template_word_find(&template_colours, value);
    int colour = 0;
    bool is_hex = value.length == 1 + DIGITS && value.bytes[0] == '#';
    for (size_t i = 1; is_hex && i <= DIGITS; i++) {
        int digit = hex_digit(value.bytes[i]);
        is_hex = digit >= 0;
        colour = colour * 16 + digit;
    }
    if (word)
        *field = word->value;
    else if (is_hex)
        *field = colour;
    else
        report_choice(reader, key, value, list_words(reader, &template_colours, "#8E1B1F"));
}

static void read_choice(struct template_reader *reader, const struct template_key *key, struct text value, int *field)
{
    const struct choice *choice = choice_find(key->choices, value);
    struct sink known = sink_in(reader->arena);
    if (choice) {
        *field = choice->value;
        return;
    }
    for (size_t i = 0; i < key->choices->count; i++) {
        sink_c(&known, i > 0 ? ", " : "");
        sink_text(&known, key->choices->items[i].name);
    }
    report_choice(reader, key, value, sink_written(&known));
}

/* ---- texts ---- */

/* Quotes keep blanks at the ends. */
static struct text without_quotes(struct text value)
{
    bool is_quoted = value.length >= 2 && value.bytes[0] == '"' && value.bytes[value.length - 1] == '"';
    return is_quoted ? (struct text){value.bytes + 1, value.length - 2} : value;
}

static struct template_text read_words(struct template_reader *reader, struct text value)
{
    return (struct template_text){without_quotes(value), template_place(reader, value.bytes)};
}

static void add_paragraph(struct template_reader *reader, struct text value)
{
    struct template_box *box = reader->target;
    ARENA_RESERVE_ONE(reader->arena, box->paragraphs, box->paragraph_count, box->paragraph_capacity);
    box->paragraphs[box->paragraph_count++] = template_read_paragraph(reader, without_quotes(value));
}

void template_read_value(struct template_reader *reader, const struct template_key *key, struct text value)
{
    void *field = field_of(reader, key);
    switch (key->type) {
    case TEMPLATE_WORDS:
        *(struct template_text *)field = read_words(reader, value);
        break;
    case TEMPLATE_PARAGRAPH:
        add_paragraph(reader, value);
        break;
    case TEMPLATE_PLACEHOLDER:
        *(size_t *)field = template_read_placeholder(reader, value);
        break;
    case TEMPLATE_LENGTH:
        read_length(reader, key, value, field);
        break;
    case TEMPLATE_PAIR:
        read_offset(reader, key, value, field);
        break;
    case TEMPLATE_PAPER:
        read_paper(reader, key, value, field);
        break;
    case TEMPLATE_SIZE:
        read_size(reader, key, value, field);
        break;
    case TEMPLATE_NUMBER:
    case TEMPLATE_COUNT:
        read_number(reader, key, value, field);
        break;
    case TEMPLATE_COLOUR:
        read_colour(reader, key, value, field);
        break;
    case TEMPLATE_CHOICE:
        read_choice(reader, key, value, field);
        break;
    }
}
