#include "xlsx_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "plain.h"
#include "xlsx_number.h"

/* What a sheet may have, by its file format. */
enum { MOST_ROWS = 1 << 20, MOST_COLUMNS = 1 << 14 };
_Static_assert((int)MOST_COLUMNS <= (int)RECORDS_MOST_CELLS, "a row is no wider than a record");

enum cell_type { TYPE_NUMBER, TYPE_SHARED, TYPE_TEXT, TYPE_INLINE, TYPE_BOOLEAN, TYPE_ERROR };

/* A cell that is not blank. */
struct kept_cell {
    size_t column;      /* from 0 */
    struct text shared; /* borrowed from the strings, or … */
    size_t start, end;  /* … these bytes of the row's own text */
    enum defect defect;
};

struct sheet_reading {
    const struct xlsx_book *book;
    struct arena arena; /* scratch */
    record_fn *take;
    void *context;

    bool is_in_table, is_in_row, is_in_cell, is_gathering, is_in_inline, is_in_reading, is_misplaced;
    size_t row, column; /* the last ones begun, from 1 */
    size_t width;       /* of the first record */

    enum cell_type type; /* of the present cell */
    size_t style;
    bool has_formula, has_value;
    struct xlsx_text value;

    struct kept_cell *kept; /* of the present row */
    size_t kept_count, kept_capacity;
    struct sink own_text; /* of its cells, one behind the other */
    struct text *cells;
    unsigned char *defects;
    size_t capacity; /* of cells and defects */
};

/* ---- where a cell is ---- */

/* "C5" as 3 and 5; false where it is no name of a cell. */
static bool read_cell_name(const char *name, size_t *column, size_t *row)
{
    *column = *row = 0;
    for (; *name >= 'A' && *name <= 'Z' && *column <= MOST_COLUMNS; name++)
        *column = *column * 26 + (size_t)(*name - 'A') + 1;
    for (; *name >= '0' && *name <= '9' && *row <= MOST_ROWS; name++)
        *row = *row * 10 + (size_t)(*name - '0');
    return *name == '\0';
}

/* False where it stands before one that has been read, or beyond the sheet. */
static bool begin_row(struct sheet_reading *reading, const char **attributes)
{
    const char *number = xlsx_attribute(attributes, "r");
    size_t row = number ? strtoul(number, NULL, 10) : reading->row + 1;
    bool is_placed = row > reading->row && row <= MOST_ROWS;
    reading->row = row;
    reading->column = reading->kept_count = reading->own_text.length = 0;
    reading->is_in_row = true;
    return is_placed;
}

static enum cell_type type_of(const char *written)
{
    static const struct {
        const char *name;
        enum cell_type type;
    } types[] = {{"s", TYPE_SHARED},  {"str", TYPE_TEXT}, {"inlineStr", TYPE_INLINE},
                 {"b", TYPE_BOOLEAN}, {"e", TYPE_ERROR},  {"d", TYPE_TEXT}};
    for (size_t i = 0; written && i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].name, written) == 0)
            return types[i].type;
    return TYPE_NUMBER;
}

static bool begin_cell(struct sheet_reading *reading, const char **attributes)
{
    size_t column = reading->column + 1, row = reading->row;
    const char *name = NULL, *type = NULL, *style = NULL;
    for (; attributes[0]; attributes += 2) {
        if (strcmp(attributes[0], "r") == 0)
            name = attributes[1];
        else if (strcmp(attributes[0], "t") == 0)
            type = attributes[1];
        else if (strcmp(attributes[0], "s") == 0)
            style = attributes[1];
    }
    bool is_named = !name || read_cell_name(name, &column, &row);
    bool is_placed = is_named && row == reading->row && column > reading->column && column <= MOST_COLUMNS;
    reading->column = column;
    reading->type = type_of(type);
    reading->style = style ? strtoul(style, NULL, 10) : 0;
    reading->is_in_cell = true;
    reading->has_formula = reading->has_value = false;
    xlsx_text_clear(&reading->value);
    return is_placed;
}

/* ---- what a cell holds ---- */

/* Appends the row's own text of a number; the defect that its format makes of it. */
static enum defect write_number(struct sheet_reading *reading, struct text written)
{
    struct xlsx_format format = xlsx_styles_format(&reading->book->styles, reading->style);
    size_t before = reading->own_text.length;
    if (format.kind == XLSX_FORMAT_TIME) {
        static const enum defect defects[] = {[XLSX_TIME_SHOWN] = DEFECT_NONE,
                                              [XLSX_TIME_NEGATIVE] = DEFECT_DATE,
                                              [XLSX_TIME_LONG] = DEFECT_LONG_TIME,
                                              [XLSX_TIME_HIDDEN] = DEFECT_HIDDEN_TIME};
        enum xlsx_time time = xlsx_number_write_time(&reading->own_text, written, &format);
        if (time == XLSX_TIME_SHOWN)
            return DEFECT_NONE;
        sink_text(&reading->own_text, written);
        return defects[time];
    }
    if (!xlsx_number_write(&reading->own_text, written, format.zeros))
        sink_text(&reading->own_text, written);
    bool is_blank = reading->own_text.length == before;
    if (format.kind == XLSX_FORMAT_DATE && !is_blank)
        return DEFECT_DATE;
    return format.kind == XLSX_FORMAT_PERCENT && !is_blank ? DEFECT_PERCENT : DEFECT_NONE;
}

/* A text of the strings; false where there is none of that number. */
static bool find_shared(const struct sheet_reading *reading, struct text number, struct kept_cell *cell)
{
    const struct xlsx_strings *strings = &reading->book->strings;
    size_t index = 0;
    for (size_t i = 0; i < number.length && index < strings->count; i++)
        index = number.bytes[i] >= '0' && number.bytes[i] <= '9' ? index * 10 + (size_t)(number.bytes[i] - '0')
                                                                 : strings->count;
    if (number.length == 0 || index >= strings->count)
        return false;
    cell->shared = strings->items[index].text;
    cell->defect = strings->items[index].defect;
    return true;
}

static void keep_cell(struct sheet_reading *reading, struct kept_cell cell)
{
    cell.end = reading->own_text.length;
    if (cell.shared.length == 0 && cell.end == cell.start && cell.defect == DEFECT_NONE)
        return;
    ARENA_RESERVE_ONE(&reading->arena, reading->kept, reading->kept_count, reading->kept_capacity);
    reading->kept[reading->kept_count++] = cell;
}

/* Text that stands in the cell itself. */
static void write_text(struct sheet_reading *reading, struct kept_cell *cell)
{
    struct text text;
    cell->defect = xlsx_text_settle(&reading->value, &text);
    if (reading->type == TYPE_ERROR)
        cell->defect = DEFECT_ERROR_VALUE;
    if (reading->type == TYPE_BOOLEAN)
        text = text_equal(text, TEXT("1")) ? TEXT("TRUE") : TEXT("FALSE");
    sink_text(&reading->own_text, text);
}

/* False where the cell names a text that is not there. */
static bool end_cell(struct sheet_reading *reading)
{
    struct kept_cell cell = {.column = reading->column - 1, .start = reading->own_text.length};
    struct text value = sink_written(&reading->value.sink);
    bool may_be_blank = reading->type == TYPE_TEXT || reading->type == TYPE_INLINE;
    bool is_sound = true;
    if (value.length == 0 && reading->has_formula && !(reading->has_value && may_be_blank))
        cell.defect = DEFECT_WITHOUT_RESULT;
    else if (value.length == 0)
        return true;
    else if (reading->type == TYPE_NUMBER)
        cell.defect = write_number(reading, text_trimmed(value));
    else if (reading->type == TYPE_SHARED)
        is_sound = find_shared(reading, text_trimmed(value), &cell);
    else
        write_text(reading, &cell);
    keep_cell(reading, cell);
    return is_sound;
}

/* ---- a row ---- */

static void make_room(struct sheet_reading *reading, size_t count)
{
    size_t capacity = reading->capacity;
    if (count <= capacity)
        return;
    reading->capacity = count > 2 * capacity ? count : 2 * capacity;
    reading->cells = ARENA_ARRAY(&reading->arena, struct text, reading->capacity);
    reading->defects = ARENA_ARRAY(&reading->arena, unsigned char, reading->capacity);
}

static void end_row(struct sheet_reading *reading)
{
    if (reading->kept_count == 0)
        return;
    size_t count = reading->kept[reading->kept_count - 1].column + 1;
    reading->width = reading->width == 0 ? count : reading->width;
    count = count > reading->width ? count : reading->width;
    make_room(reading, count);
    for (size_t i = 0; i < count; i++)
        reading->cells[i] = TEXT("");
    memset(reading->defects, DEFECT_NONE, count);
    for (size_t i = 0; i < reading->kept_count; i++) {
        const struct kept_cell *cell = &reading->kept[i];
        bool is_own = cell->end > cell->start;
        reading->cells[cell->column] =
            is_own ? (struct text){reading->own_text.bytes + cell->start, cell->end - cell->start} : cell->shared;
        reading->defects[cell->column] = (unsigned char)cell->defect;
    }
    struct place start = {
        .file = reading->book->package.file, .line = reading->row, .column = 1, .row = (uint32_t)reading->row};
    struct record record = {.cells = reading->cells, .count = count, .start = start, .defects = reading->defects};
    reading->take(reading->context, &record, reading->arena);
}

/* ---- elements ---- */

static bool open_in_row(struct sheet_reading *reading, const char *element, const char **attributes)
{
    if (strcmp(element, "c") == 0)
        return begin_cell(reading, attributes);
    if (!reading->is_in_cell)
        return true;
    if (strcmp(element, "v") == 0) {
        reading->has_value = reading->is_gathering = true;
        xlsx_text_clear(&reading->value);
    } else if (strcmp(element, "f") == 0) {
        reading->has_formula = true;
    } else if (strcmp(element, "is") == 0) {
        reading->is_in_inline = reading->has_value = true;
    } else if (strcmp(element, "rPh") == 0) {
        reading->is_in_reading = true;
    } else if (strcmp(element, "t") == 0) {
        reading->is_gathering = reading->is_in_inline && !reading->is_in_reading;
    }
    return true;
}

static bool take_open(void *context, const char *element, const char **attributes)
{
    struct sheet_reading *reading = context;
    bool is_placed = true;
    if (reading->is_in_row)
        is_placed = open_in_row(reading, element, attributes);
    else if (reading->is_in_table && strcmp(element, "row") == 0)
        is_placed = begin_row(reading, attributes);
    else if (strcmp(element, "sheetData") == 0)
        reading->is_in_table = true;
    reading->is_misplaced = reading->is_misplaced || !is_placed;
    return !reading->is_misplaced;
}

static void take_close(void *context, const char *element)
{
    struct sheet_reading *reading = context;
    if (strcmp(element, "v") == 0 || strcmp(element, "t") == 0) {
        reading->is_gathering = false;
    } else if (strcmp(element, "rPh") == 0) {
        reading->is_in_reading = false;
    } else if (strcmp(element, "is") == 0) {
        reading->is_in_inline = false;
    } else if (reading->is_in_cell && strcmp(element, "c") == 0) {
        reading->is_in_cell = false;
        reading->is_misplaced = !end_cell(reading) || reading->is_misplaced;
    } else if (reading->is_in_row && strcmp(element, "row") == 0) {
        reading->is_in_row = false;
        end_row(reading);
    } else if (strcmp(element, "sheetData") == 0) {
        reading->is_in_table = false;
    }
}

static void take_text(void *context, struct text text)
{
    struct sheet_reading *reading = context;
    if (reading->is_gathering)
        xlsx_text_add(&reading->value, text);
}

bool xlsx_sheet_read(const struct xlsx_book *book, const char *part, struct arena scratch, record_fn *take,
                     void *context)
{
    static const struct xlsx_reader reader = {take_open, take_close, take_text};
    struct sheet_reading reading = {.book = book, .arena = scratch, .take = take, .context = context};
    reading.value.sink = sink_in(&reading.arena);
    reading.own_text = sink_in(&reading.arena);
    bool is_read = xlsx_part_read(&book->package, part, XLSX_MOST_SHEET, &reader, &reading);
    if (is_read && reading.is_misplaced)
        xlsx_package_report(&book->package,
                            MESSAGE("this workbook is damaged: {1} in it cannot be read", SHOWN(text_from_c(part))),
                            MESSAGE("open it in a spreadsheet and save it anew"));
    return is_read && !reading.is_misplaced;
}

/* ---- whether there is anything ---- */

struct emptiness {
    bool is_in_cell, is_filled;
};

static bool look_into(void *context, const char *element, const char **attributes)
{
    struct emptiness *emptiness = context;
    (void)attributes;
    emptiness->is_in_cell = emptiness->is_in_cell || strcmp(element, "c") == 0;
    emptiness->is_filled = emptiness->is_in_cell && (strcmp(element, "v") == 0 || strcmp(element, "is") == 0);
    return !emptiness->is_filled;
}

bool xlsx_sheet_is_empty(const struct xlsx_book *book, const char *part)
{
    static const struct xlsx_reader reader = {look_into, NULL, NULL};
    struct emptiness emptiness = {false, false};
    xlsx_part_read(&book->package, part, XLSX_MOST_SHEET, &reader, &emptiness);
    return !emptiness.is_filled;
}
