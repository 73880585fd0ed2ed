#include "xlsx_styles.h"

#include <stdlib.h>
#include <string.h>

/* Cell styles and formats of its own that a workbook may have: more than any spreadsheet allows. */
enum { STYLES_MOST = 65536, OWN_FORMATS_MOST = 4096 };

struct own_format {
    unsigned number;
    struct xlsx_format format;
};

struct styles_reading {
    struct xlsx_styles *styles;
    struct own_format *own; /* those that the workbook writes down */
    size_t own_count, own_capacity;
    bool is_in_formats, is_in_cells;
};

static unsigned number_of(const char **attributes)
{
    const char *written = xlsx_attribute(attributes, "numFmtId");
    return written ? (unsigned)strtoul(written, NULL, 10) : 0;
}

static void take_own_format(struct styles_reading *reading, const char **attributes)
{
    const char *code = xlsx_attribute(attributes, "formatCode");
    if (!code || reading->own_count == OWN_FORMATS_MOST)
        return;
    ARENA_RESERVE_ONE(reading->styles->arena, reading->own, reading->own_count, reading->own_capacity);
    reading->own[reading->own_count++] =
        (struct own_format){number_of(attributes), xlsx_format_of_code(text_from_c(code))};
}

static void take_cell_style(struct styles_reading *reading, const char **attributes)
{
    struct xlsx_styles *styles = reading->styles;
    unsigned number = number_of(attributes);
    struct xlsx_format format = xlsx_format_known(number);
    if (styles->count == STYLES_MOST)
        return;
    for (size_t i = 0; i < reading->own_count; i++)
        if (reading->own[i].number == number)
            format = reading->own[i].format;
    ARENA_RESERVE_ONE(styles->arena, styles->formats, styles->count, styles->capacity);
    styles->formats[styles->count++] = format;
}

static bool take_open(void *context, const char *element, const char **attributes)
{
    struct styles_reading *reading = context;
    if (strcmp(element, "numFmts") == 0)
        reading->is_in_formats = true;
    else if (strcmp(element, "cellXfs") == 0)
        reading->is_in_cells = true;
    else if (reading->is_in_formats && strcmp(element, "numFmt") == 0)
        take_own_format(reading, attributes);
    else if (reading->is_in_cells && strcmp(element, "xf") == 0)
        take_cell_style(reading, attributes);
    return true;
}

static void take_close(void *context, const char *element)
{
    struct styles_reading *reading = context;
    if (strcmp(element, "numFmts") == 0)
        reading->is_in_formats = false;
    else if (strcmp(element, "cellXfs") == 0)
        reading->is_in_cells = false;
}

bool xlsx_styles_read(const struct xlsx_package *package, const char *part, struct arena *arena,
                      struct xlsx_styles *styles)
{
    static const struct xlsx_reader reader = {take_open, take_close, NULL};
    struct styles_reading reading = {.styles = styles};
    *styles = (struct xlsx_styles){.arena = arena};
    return xlsx_part_read(package, part, XLSX_MOST_SMALL, &reader, &reading);
}

struct xlsx_format xlsx_styles_format(const struct xlsx_styles *styles, size_t style)
{
    return style < styles->count ? styles->formats[style] : (struct xlsx_format){.kind = XLSX_FORMAT_NUMBER};
}
