#include "help_files.h"

#include "columns.h"
#include "encoding.h"
#include "text_table.h"

enum { SHOWN = 4 };

/* "编号|选手编号" as "编号, 选手编号". */
static struct text aliases_text(const struct column *column, struct arena *scratch)
{
    struct sink sink = sink_in(scratch);
    struct text rest = column->aliases, alias;
    while (rest.length > 0 && text_next_part(&rest, '|', &alias)) {
        sink_c(&sink, sink.length > 0 ? ", " : "");
        sink_text(&sink, alias);
    }
    return sink_written(&sink);
}

static void write_columns(struct sink *sink, const struct table_format *format, const struct style *style,
                          struct arena scratch)
{
    translate_fn *translate = style->translate;
    struct table_cell *cells = ARENA_ARRAY(&scratch, struct table_cell, SHOWN * format->count);
    for (size_t i = 0; i < format->count; i++) {
        const struct column *column = &format->columns[i];
        struct table_cell *row = cells + SHOWN * i;
        row[0] = (struct table_cell){column->name, TINT_BOLD};
        row[1].text = aliases_text(column, &scratch);
        row[2].text = text_from_c(column->required ? translate(N_("required")) : "");
        row[3].text = text_from_c(translate(column->help));
    }
    const struct table_column columns[SHOWN] = {{text_from_c(translate(N_("Column"))), false, false},
                                                {text_from_c(translate(N_("Or"))), false, false},
                                                {TEXT(""), false, false},
                                                {text_from_c(translate(N_("Meaning"))), false, true}};
    struct text_table table = {columns, SHOWN, cells, format->count, 2, false};
    sink_text(sink, text_table(&table, style, sink->arena, scratch));
}

/* The lines of the example, set in. */
static void write_example(struct sink *sink, const char *example)
{
    struct text rest = text_from_c(example ? example : ""), line;
    sink_c(sink, example ? "\n" : "");
    for (size_t i = 0; rest.length > 0 && text_next_part(&rest, '\n', &line); i++) {
        sink_c(sink, i == 0 ? "  " : "    ");
        sink_text(sink, line);
        sink_byte(sink, '\n');
    }
}

static void write_format(struct sink *sink, const struct table_format *format, const struct style *style,
                         struct arena scratch)
{
    style_write_tinted(sink, style, TINT_BOLD, MESSAGE("{1}", format->file));
    sink_c(sink, "  ");
    sink_c(sink, style->translate(format->help));
    sink_byte(sink, '\n');
    write_columns(sink, format, style, scratch);
    write_example(sink, format->example);
}

/* "utf-8, utf-16, …": what --encoding takes, from the table by which it is read. */
static struct text encodings_text(struct arena *arena)
{
    struct sink sink = sink_in(arena);
    for (size_t i = 0; i < encoding_name_count; i++) {
        sink_c(&sink, i > 0 ? ", " : "");
        sink_text(&sink, encoding_names[i].name);
    }
    return sink_written(&sink);
}

/* What holds of every file. */
static void write_kinds(struct sink *sink, const struct style *style, struct arena scratch)
{
    const struct message lines[] = {
        MESSAGE("Encodings: UTF-8 with or without a byte order mark, UTF-16, GB18030 (GBK and GB2312 are parts of it). "
                "Each file tells by itself; files may differ."),
        MESSAGE("--encoding NAME says it for all files without a byte order mark: {1}.", encodings_text(&scratch)),
        MESSAGE("Big5 is not read: save the file as UTF-8."),
        MESSAGE("Separators: comma, semicolon or tab, told by the first line. Line ends: LF, CRLF or CR."),
        MESSAGE("A cell that holds a separator, a quote or a line end stands in quotes; a quote within it is written "
                "twice."),
        MESSAGE("Each of these tables may also be a workbook: its name then ends in .xlsx, and its first sheet that "
                "is not hidden is read."),
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        style_write(sink, style, lines[i]);
        sink_byte(sink, '\n');
    }
    sink_byte(sink, '\n');
}

void help_files_write(struct sink *sink, const struct style *style, struct arena scratch)
{
    write_kinds(sink, style, scratch);
    for (size_t i = 0; i < table_format_count; i++) {
        sink_c(sink, i > 0 ? "\n" : "");
        write_format(sink, table_formats[i], style, scratch);
        if (table_formats[i] != &marks_format)
            continue;
        sink_byte(sink, '\n');
        write_format(sink, &marks_by_judge_format, style, scratch);
        sink_byte(sink, '\n');
        write_format(sink, &marks_by_sheet_format, style, scratch);
    }
}
