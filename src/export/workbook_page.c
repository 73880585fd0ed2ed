#include "workbook_page.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <xlsxwriter.h>

#include "text_table.h"

enum { SHEET_NAME_UNITS = 31, WIDTH_LEAST = 5, WIDTH_MOST = 60, PAPER_A4 = 9 };

static void note(struct workbook_page *page, lxw_error error)
{
    if (page->error == LXW_NO_ERROR)
        page->error = (int)error;
}

/* ---- the workbook ---- */

/* The first second of the day in UTC; of 1980, where archives begin, for what is no such date. */
static time_t time_of(struct text date, struct arena scratch)
{
    struct tm day = {.tm_year = 80, .tm_mday = 1};
    int year, month, month_day;
    char rest;
    if (sscanf(text_to_c(&scratch, date), "%4d-%2d-%2d%c", &year, &month, &month_day, &rest) == 3 && year >= 1980)
        day = (struct tm){.tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = month_day};
    return timegm(&day);
}

static char *property(struct workbook_page *page, struct text text)
{
    enum { MOST_CHARACTERS = 255 };
    struct text rest = text;
    for (size_t i = 0; i < MOST_CHARACTERS && rest.length > 0; i++)
        text_next_character(&rest);
    text.length -= rest.length;
    return text.length > 0 ? (char *)text_to_c(page->arena, text) : NULL;
}

static void set_properties(struct workbook_page *page, const struct workbook_about *about)
{
    lxw_doc_properties properties = {.title = property(page, about->title),
                                     .subject = property(page, about->subject),
                                     .created = time_of(about->date, *page->arena)};
    note(page, workbook_set_properties(page->workbook, &properties));
}

static struct lxw_format *format_of(struct workbook_page *page, enum workbook_look look, int digits)
{
    static const char *const codes[] = {"0", "0.0", "0.00", "0.000", "0.0000"};
    struct lxw_format *format = workbook_add_format(page->workbook);
    if (!format)
        return NULL;
    if (digits < WORKBOOK_PAGE_DIGITS)
        format_set_num_format(format, codes[digits]);
    if (look == LOOK_STRONG || look == LOOK_TITLE || look == LOOK_HEADING)
        format_set_bold(format);
    if (look == LOOK_FAINT)
        format_set_font_color(format, LXW_COLOR_GRAY);
    if (look == LOOK_HEADING)
        format_set_bottom(format, LXW_BORDER_THIN);
    if (look == LOOK_TITLE)
        format_set_font_size(format, 14);
    return format;
}

void workbook_page_begin(struct workbook_page *page, const struct workbook_about *about, struct arena *arena)
{
    *page = (struct workbook_page){.arena = arena, .file = tmpfile()};
    page->system_error = page->file ? 0 : errno;
    if (!page->file)
        return;
    /* The library writes to a file by its name alone: this one has none, and is gone with the program. */
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", fileno(page->file));
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    page->workbook = workbook_new_opt(path, &options);
    if (!page->workbook)
        return;
    set_properties(page, about);
    for (int look = 0; look < LOOK_COUNT; look++)
        for (int digits = 0; digits <= WORKBOOK_PAGE_DIGITS; digits++)
            page->formats[look][digits] = format_of(page, (enum workbook_look)look, digits);
}

/* ---- sheets ---- */

static bool is_taken(const struct workbook_page *page, struct text name)
{
    for (size_t i = 0; i < page->name_count; i++)
        if (page->names[i].length == name.length && strncasecmp(page->names[i].bytes, name.bytes, name.length) == 0)
            return true;
    return false;
}

/* The front of a name that leaves room for `behind` bytes, without what may not stand in it. */
static void write_clean(struct sink *sink, struct text name, size_t behind)
{
    size_t units = behind;
    while (name.length > 0) {
        struct text before = name;
        uint32_t c = text_next_character(&name);
        units += c > 0xFFFF ? 2 : 1;
        if (units > SHEET_NAME_UNITS)
            return;
        bool is_first = sink->length == 0;
        if (c < 0x80 && (strchr("[]:*?/\\", (int)c) || (c == '\'' && (is_first || name.length == 0 || units == 31))))
            sink_byte(sink, '_');
        else
            sink_text(sink, (struct text){before.bytes, before.length - name.length});
    }
}

static struct text sheet_name(struct workbook_page *page, struct text wanted)
{
    struct sink name = sink_in(page->arena);
    write_clean(&name, wanted, 0);
    for (int number = 2; name.length == 0 || is_taken(page, sink_written(&name)); number++) {
        char behind[16];
        int length = snprintf(behind, sizeof behind, " (%d)", number);
        name.length = 0;
        write_clean(&name, wanted, (size_t)length);
        sink_c(&name, behind);
    }
    return sink_written(&name);
}

/* What is known of a sheet's columns once all its rows are there. */
static void end_sheet(struct workbook_page *page)
{
    for (uint16_t i = 0; page->sheet && i < page->columns; i++) {
        size_t width = page->widths[i] + 2;
        width = width < WIDTH_LEAST ? WIDTH_LEAST : width;
        width = width > WIDTH_MOST ? WIDTH_MOST : width;
        note(page, worksheet_set_column(page->sheet, i, i, (double)width, NULL));
    }
    if (page->sheet && page->columns > 0 && page->row > page->heading_row + 1)
        note(page,
             worksheet_autofilter(page->sheet, page->heading_row, 0, page->row - 1, (lxw_col_t)(page->columns - 1)));
}

void workbook_page_sheet(struct workbook_page *page, struct text name)
{
    if (!page->workbook)
        return;
    end_sheet(page);
    ARENA_RESERVE_ONE(page->arena, page->names, page->name_count, page->name_capacity);
    struct text allowed = page->names[page->name_count++] = sheet_name(page, name);
    page->sheet = workbook_add_worksheet(page->workbook, text_to_c(page->arena, allowed));
    page->row = page->heading_row = 0;
    page->column = page->columns = 0;
    memset(page->widths, 0, sizeof page->widths);
    if (!page->sheet) {
        note(page, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return;
    }
    worksheet_set_landscape(page->sheet);
    worksheet_set_paper(page->sheet, PAPER_A4);
    worksheet_fit_to_pages(page->sheet, 1, 0);
    worksheet_set_footer(page->sheet, "&C&A  &P / &N");
}

/* ---- cells ---- */

static bool has_room(const struct workbook_page *page)
{
    return page->sheet && page->column < WORKBOOK_PAGE_MOST_COLUMNS;
}

static void widen(struct workbook_page *page, struct text text)
{
    size_t width = text_lines_width(text);
    if (width > page->widths[page->column])
        page->widths[page->column] = width;
}

void workbook_page_text(struct workbook_page *page, struct text text, enum workbook_look look)
{
    struct arena before = *page->arena;
    if (!has_room(page))
        return;
    if (look != LOOK_TITLE)
        widen(page, text);
    if (text.length > 0)
        note(page, worksheet_write_string(page->sheet, page->row, page->column, text_to_c(page->arena, text),
                                          page->formats[look][WORKBOOK_PAGE_DIGITS]));
    page->column++;
    *page->arena = before;
}

void workbook_page_number(struct workbook_page *page, struct text decimal, int digits, enum workbook_look look)
{
    struct arena before = *page->arena;
    if (!has_room(page))
        return;
    widen(page, decimal);
    double value = strtod(text_to_c(page->arena, decimal), NULL);
    bool has_format = digits >= 0 && digits < WORKBOOK_PAGE_DIGITS;
    note(page, worksheet_write_number(page->sheet, page->row, page->column, value,
                                      page->formats[look][has_format ? digits : WORKBOOK_PAGE_DIGITS]));
    page->column++;
    *page->arena = before;
}

void workbook_page_end_row(struct workbook_page *page)
{
    page->columns = page->column > page->columns ? page->column : page->columns;
    page->column = 0;
    page->row++;
}

void workbook_page_end_heading(struct workbook_page *page)
{
    page->heading_row = page->row;
    workbook_page_end_row(page);
    if (!page->sheet)
        return;
    worksheet_freeze_panes(page->sheet, page->row, 0);
    note(page, worksheet_repeat_rows(page->sheet, 0, page->row - 1));
}

/* ---- the end ---- */

static bool fail(struct faults *faults, const char *why)
{
    faults_add(faults, SEVERITY_FAILURE, (struct place){0},
               MESSAGE("the workbook cannot be made: {1}", text_from_c(why)), NO_HINT);
    return false;
}

static bool take_bytes(FILE *file, struct arena *arena, struct text *bytes)
{
    struct sink sink = sink_in(arena);
    char block[1 << 16];
    size_t length;
    rewind(file);
    while ((length = fread(block, 1, sizeof block, file)) > 0)
        sink_text(&sink, (struct text){block, length});
    *bytes = sink_written(&sink);
    return !ferror(file) && bytes->length > 0;
}

bool workbook_page_end(struct workbook_page *page, struct faults *faults, struct text *bytes)
{
    if (!page->file)
        return fail(faults, strerror(page->system_error));
    bool is_whole = false;
    if (page->workbook) {
        end_sheet(page);
        note(page, workbook_close(page->workbook));
        is_whole = page->error == LXW_NO_ERROR && take_bytes(page->file, page->arena, bytes);
    }
    fclose(page->file);
    lxw_error told = page->error != LXW_NO_ERROR ? (lxw_error)page->error : LXW_ERROR_CREATING_XLSX_FILE;
    return is_whole || fail(faults, lxw_strerror(told));
}
