#include "yaml_misprints.h"

#include "plain.h"

#define COLON TEXT("：")

struct line {
    struct text text; /* without its line end */
    struct place start;
};

static void report(struct faults *faults, const struct line *line, size_t at, struct message what, struct message hint)
{
    struct place place = line->start;
    place.column += text_characters((struct text){line->text.bytes, at});
    faults_add(faults, SEVERITY_ERROR, place, what, hint);
}

/* ---- tabs ---- */

static bool report_tab(const struct line *line, struct faults *faults)
{
    size_t at = 0;
    while (at < line->text.length && line->text.bytes[at] == ' ')
        at++;
    bool is_blank = text_trimmed(line->text).length == 0;
    if (is_blank || at == line->text.length || line->text.bytes[at] != '\t')
        return false;
    report(faults, line, at, MESSAGE("there is a tab at the beginning of this line"),
           MESSAGE("YAML is indented with blanks only"));
    return true;
}

/* ---- a colon without a blank ---- */

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || c == '-';
}

/* `title:社区` is a text to YAML, not a key and its value. Keys are small Latin letters and hyphens. */
static bool report_close_colon(const struct line *line, struct faults *faults)
{
    struct text text = line->text;
    size_t start = 0;
    while (start < text.length && (text.bytes[start] == ' ' || text.bytes[start] == '-'))
        start++;
    size_t end = start;
    while (end < text.length && is_name_byte(text.bytes[end]))
        end++;
    bool is_close = end > start && end + 1 < text.length && text.bytes[end] == ':' && text.bytes[end + 1] != ' ' &&
                    text.bytes[end + 1] != '\r' && text.bytes[end + 1] != '/';
    if (!is_close)
        return false;
    report(faults, line, end, MESSAGE("there is no blank behind this colon"),
           MESSAGE("write {1}: and a blank", ((struct text){text.bytes + start, end - start})));
    return true;
}

/* ---- full-width signs ---- */

/* Where the piece of a line that ends at `at` begins: behind the last { , or "- ". */
static size_t piece_start(struct text line, size_t at)
{
    size_t start = at;
    while (start > 0 && line.bytes[start - 1] != '{' && line.bytes[start - 1] != ',')
        start--;
    while (start < at && (line.bytes[start] == ' ' || line.bytes[start] == '-'))
        start++;
    return start;
}

/* Whether `piece` looks like a key: one word, without colon, quote or comment. */
static bool is_key_like(struct text piece)
{
    for (size_t i = 0; i < piece.length; i++) {
        char c = piece.bytes[i];
        if (c == ' ' || c == ':' || c == '"' || c == '\'' || c == '#' || c == '[')
            return false;
    }
    return piece.length > 0;
}

/* Byte at which a full-width colon stands at or behind `from`, or the text's length. */
static size_t find_colon(struct text text, size_t from)
{
    while (from < text.length && !text_starts_with((struct text){text.bytes + from, text.length - from}, COLON))
        from++;
    return from;
}

static void report_colon_behind(struct faults *faults, const struct line *line, size_t at, struct text key)
{
    report(faults, line, at, MESSAGE("there is a full-width colon (：) behind this key"),
           MESSAGE("write an ordinary colon and a blank: {1}:", SHOWN(key)));
}

static bool report_colon(const struct line *line, struct faults *faults)
{
    struct text text = line->text;
    for (size_t at = find_colon(text, 0); at < text.length; at = find_colon(text, at + 1)) {
        size_t start = piece_start(text, at);
        struct text key = {text.bytes + start, at - start};
        if (is_key_like(key)) {
            report_colon_behind(faults, line, at, key);
            return true;
        }
    }
    return false;
}

bool yaml_misprint_report_key(struct text key, struct place place, struct faults *faults)
{
    struct line line = {key, place};
    size_t at = find_colon(key, 0);
    if (at < key.length)
        report_colon_behind(faults, &line, at, (struct text){key.bytes, at});
    return at < key.length;
}

/* Signs that part or enclose, on the line at which libyaml gave up. */
static bool report_sign(const struct line *line, struct faults *faults)
{
    static const struct {
        struct text wide, plain;
    } signs[] = {
        {TEXT_INIT("，"), TEXT_INIT(",")}, {TEXT_INIT("｛"), TEXT_INIT("{")}, {TEXT_INIT("｝"), TEXT_INIT("}")},
        {TEXT_INIT("［"), TEXT_INIT("[")}, {TEXT_INIT("］"), TEXT_INIT("]")}, {TEXT_INIT("【"), TEXT_INIT("[")},
        {TEXT_INIT("】"), TEXT_INIT("]")}, {TEXT_INIT("“"), TEXT_INIT("\"")}, {TEXT_INIT("”"), TEXT_INIT("\"")},
    };
    struct text text = line->text;
    for (size_t at = 0; at < text.length; at++)
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
            if (text_starts_with((struct text){text.bytes + at, text.length - at}, signs[i].wide)) {
                report(faults, line, at, MESSAGE("this line is not well-formed, perhaps by this “{1}”", signs[i].wide),
                       MESSAGE("write an ordinary {1}", signs[i].plain));
                return true;
            }
    return false;
}

bool yaml_misprints_report(struct text utf8, struct text file, size_t last_line, struct faults *faults)
{
    struct text rest = utf8, text;
    size_t reported = 0;
    for (size_t number = 1; number <= last_line && text_next_part(&rest, '\n', &text); number++) {
        struct line line = {text, {.file = file, .line = number, .column = 1}};
        bool is_comment = text_starts_with(text_trimmed(text), TEXT("#"));
        if (is_comment)
            continue;
        reported += report_tab(&line, faults);
        reported += report_close_colon(&line, faults);
        reported += report_colon(&line, faults);
        if (number == last_line && reported == 0)
            reported += report_sign(&line, faults);
    }
    return reported > 0;
}
