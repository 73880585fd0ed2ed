/* The only place that includes yaml.h. libyaml's events are taken rather than its documents: they show aliases. */
#include "yaml_tree.h"

#include <assert.h>
#include <yaml.h>

#include "places.h"
#include "printable.h"
#include "yaml_misprints.h"

/* contest.yaml needs five. libyaml takes time with the square of the depth. */
enum { MOST_DEPTH = 32 };

struct tree_reading {
    struct text utf8, file;
    struct arena *arena;
    struct faults *faults;
    yaml_parser_t *parser;
    struct node *root, *open; /* the innermost node whose children are being read */
    size_t depth;             /* of `open` */
};

static struct place place_of_mark(const struct tree_reading *reading, yaml_mark_t mark)
{
    return (struct place){.file = reading->file, .line = mark.line + 1, .column = mark.column + 1};
}

/* ---- what is not well-formed ---- */

static void report_problem(struct tree_reading *reading)
{
    const yaml_parser_t *parser = reading->parser;
    struct place start = {.file = reading->file, .line = 1, .column = 1};
    if (parser->error == YAML_MEMORY_ERROR) {
        faults_add(reading->faults, SEVERITY_FAILURE, start, MESSAGE("there is not enough memory to read this file"),
                   NO_HINT);
        return;
    }
    if (parser->error == YAML_READER_ERROR) {
        size_t at = parser->problem_offset < reading->utf8.length ? parser->problem_offset : reading->utf8.length;
        faults_add(reading->faults, SEVERITY_ERROR, place_of_byte(start, reading->utf8, at),
                   MESSAGE("there is a control character here"), MESSAGE("take it out"));
        return;
    }
    if (yaml_misprints_report(reading->utf8, reading->file, parser->problem_mark.line + 1, reading->faults))
        return;
    /* What was being scanned, an open quote say, began at the context; the problem shows only later. */
    bool began_before = parser->error == YAML_SCANNER_ERROR && parser->context;
    struct place place = place_of_mark(reading, began_before ? parser->context_mark : parser->problem_mark);
    faults_add(reading->faults, SEVERITY_ERROR, place,
               MESSAGE("this is not well-formed YAML: {1}", text_from_c(parser->problem)),
               MESSAGE("behind a key stand a colon and a blank; lines of one list or section begin in one column"));
}

/* ---- events ---- */

static struct node *add_node(struct tree_reading *reading, enum node_kind kind, yaml_mark_t mark)
{
    struct node *node = ARENA_NEW(reading->arena, struct node), *parent = reading->open;
    node->kind = kind;
    node->place = place_of_mark(reading, mark);
    node->parent = parent;
    if (!parent) {
        reading->root = node;
    } else {
        if (parent->last)
            parent->last->next = node;
        else
            parent->first = node;
        parent->last = node;
        parent->count++;
    }
    return node;
}

/* Escapes such as "\e" bring in what encoding_as_utf8() keeps out of the bytes. Each becomes a blank, so that no message
 * or result carries it on. */
static struct text without_controls(struct tree_reading *reading, struct text text, struct place place)
{
    bool has_line_end = false, has_control = false;
    struct sink clean = sink_in(reading->arena);
    while (text.length > 0) {
        uint32_t c = text_next_character(&text);
        has_line_end |= character_ends_line(c);
        has_control |= character_is_control(c) && !character_ends_line(c);
        sink_character(&clean, character_is_control(c) || character_ends_line(c) ? ' ' : c);
    }
    if (has_control)
        faults_add(reading->faults, SEVERITY_ERROR, place, MESSAGE("there is a control character in this text"),
                   MESSAGE("take it out"));
    if (has_line_end)
        faults_add(reading->faults, SEVERITY_ERROR, place, MESSAGE("there is a line end in this text"),
                   MESSAGE("write it on one line"));
    return sink_written(&clean);
}

static void add_scalar(struct tree_reading *reading, const yaml_event_t *event)
{
    struct node *node = add_node(reading, NODE_SCALAR, event->start_mark);
    struct text text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    node->text = text_trimmed(without_controls(reading, text_trimmed(text), node->place));
    node->is_quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
}

/* Opens a list or a mapping; false where it lies too deep. */
static bool open_node(struct tree_reading *reading, enum node_kind kind, yaml_mark_t mark)
{
    if (++reading->depth > MOST_DEPTH) {
        faults_add(reading->faults, SEVERITY_ERROR, place_of_mark(reading, mark),
                   MESSAGE("lists and sections are nested too deep here"), NO_HINT);
        return false;
    }
    reading->open = add_node(reading, kind, mark);
    return true;
}

/* False where reading cannot go on; it was reported. */
static bool take_event(struct tree_reading *reading, const yaml_event_t *event)
{
    struct place place = place_of_mark(reading, event->start_mark);
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        if (!reading->root)
            return true;
        faults_add(reading->faults, SEVERITY_ERROR, place, MESSAGE("a second document begins here"),
                   MESSAGE("keep one document, without --- in between"));
        return false;
    case YAML_ALIAS_EVENT:
        faults_add(reading->faults, SEVERITY_ERROR, place,
                   MESSAGE("aliases (*{1}) are not read here", text_from_c((const char *)event->data.alias.anchor)),
                   MESSAGE("write the value out"));
        return false;
    case YAML_SCALAR_EVENT:
        add_scalar(reading, event);
        return true;
    case YAML_SEQUENCE_START_EVENT:
        return open_node(reading, NODE_LIST, event->start_mark);
    case YAML_MAPPING_START_EVENT:
        return open_node(reading, NODE_MAPPING, event->start_mark);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        assert(reading->open);
        reading->open = reading->open->parent;
        reading->depth--;
        return true;
    default:
        return true;
    }
}

static bool read_events(struct tree_reading *reading)
{
    bool goes_on = true, is_end = false;
    while (goes_on && !is_end) {
        yaml_event_t event;
        if (!yaml_parser_parse(reading->parser, &event)) {
            report_problem(reading);
            return false;
        }
        goes_on = take_event(reading, &event);
        is_end = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    return goes_on;
}

const struct node *yaml_tree_read(struct text utf8, struct text file, struct arena *arena, struct faults *faults)
{
    yaml_parser_t parser;
    struct tree_reading reading = {.utf8 = utf8, .file = file, .arena = arena, .faults = faults, .parser = &parser};
    if (!yaml_parser_initialize(&parser)) {
        faults_add(faults, SEVERITY_FAILURE, (struct place){.file = file},
                   MESSAGE("there is not enough memory to read this file"), NO_HINT);
        return NULL;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)utf8.bytes, utf8.length);
    bool is_read = read_events(&reading);
    yaml_parser_delete(&parser);
    if (is_read && !reading.root)
        faults_add(faults, SEVERITY_ERROR, (struct place){.file = file}, MESSAGE("this file is empty"), NO_HINT);
    return is_read ? reading.root : NULL;
}

/* ---- nodes ---- */

bool node_is_null(const struct node *node)
{
    if (node->kind != NODE_SCALAR || node->is_quoted)
        return false;
    return node->text.length == 0 || text_equal(node->text, TEXT("~")) || text_equal(node->text, TEXT("null"));
}

const struct node *node_find(const struct node *mapping, struct text key)
{
    for (const struct node *name = mapping->first; name; name = name->next->next)
        if (name->kind == NODE_SCALAR && text_equal(name->text, key))
            return name->next;
    return NULL;
}
