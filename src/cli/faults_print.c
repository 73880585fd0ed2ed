#include "faults_print.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "figures.h"
#include "messages.h"
#include "printable.h"
#include "terminal.h"

struct printing {
    struct sink sink;
    struct style style;
};

static void print_word(struct printing *printing, enum severity severity)
{
    bool is_grave = severity != SEVERITY_WARNING;
    style_write_tinted(&printing->sink, &printing->style, is_grave ? TINT_BAD : TINT_NOTE,
                       is_grave ? MESSAGE("error") : MESSAGE("warning"));
    sink_c(&printing->sink, ": ");
}

static void print_place(struct printing *printing, const struct place *place)
{
    struct sink *sink = &printing->sink;
    style_begin(sink, &printing->style, TINT_BOLD);
    /* As ls prints it: a file can be named by anybody. */
    sink_text(sink, text_printable(place->file.length > 0 ? place->file : TEXT("biwu"), sink->arena));
    if (place->line > 0) {
        sink_byte(sink, ':');
        sink_integer(sink, (int64_t)place->line);
    }
    if (place->line > 0 && place->column > 0) {
        sink_byte(sink, ':');
        sink_integer(sink, (int64_t)place->column);
    }
    sink_byte(sink, ':');
    style_end(sink, &printing->style, TINT_BOLD);
    sink_byte(sink, ' ');
}

/* "(C5)": the cell by its spreadsheet name. It stands last, where tools that read compilers' messages do not look. */
static void print_cell(struct printing *printing, const struct place *place, struct arena *scratch)
{
    struct text cell = figure_cell(scratch, place);
    if (cell.length == 0)
        return;
    struct sink *sink = &printing->sink;
    style_begin(sink, &printing->style, TINT_DIM);
    sink_c(sink, " (");
    sink_text(sink, cell);
    sink_byte(sink, ')');
    style_end(sink, &printing->style, TINT_DIM);
}

static void print_fault(struct printing *printing, const struct fault *fault, struct arena *scratch)
{
    print_place(printing, &fault->place);
    print_word(printing, fault->severity);
    style_write(&printing->sink, &printing->style, fault->what);
    print_cell(printing, &fault->place, scratch);
    sink_byte(&printing->sink, '\n');
    if (!fault->hint.format)
        return;
    style_write_tinted(&printing->sink, &printing->style, TINT_GOOD, MESSAGE("hint"));
    sink_c(&printing->sink, ": ");
    style_write(&printing->sink, &printing->style, fault->hint);
    sink_byte(&printing->sink, '\n');
}

/* How many of the fault's kind were only counted: told behind the last one kept, 0 before it. */
static size_t counted_only(const struct faults *faults, size_t position)
{
    const struct fault *fault = &faults->items[position];
    for (size_t i = position + 1; i < faults->count; i++) {
        const struct fault *later = &faults->items[i];
        if (strcmp(later->what.format, fault->what.format) == 0 && text_equal(later->place.file, fault->place.file))
            return 0;
    }
    size_t i = 0;
    while (strcmp(faults->kinds[i].format, fault->what.format) != 0 ||
           !text_equal(faults->kinds[i].file, fault->place.file))
        i++;
    size_t count = faults->kinds[i].count;
    return count > FAULTS_KEPT_OF_A_KIND ? count - FAULTS_KEPT_OF_A_KIND : 0;
}

/* "mark … is over the maximum …": the message without what differs from one to the next. */
static struct text kind_text(const struct fault *fault, struct arena *arena)
{
    struct message message = {.format = fault->what.format};
    for (size_t i = 0; i < MESSAGE_ARGUMENTS; i++)
        message.arguments[i] = TEXT("…");
    struct sink sink = sink_in(arena);
    message_write(&sink, &message, translate(message.format));
    return sink_written(&sink);
}

static void print_rest(struct printing *printing, const struct fault *fault, size_t rest, struct arena *scratch)
{
    struct place whole_file = {.file = fault->place.file};
    print_place(printing, &whole_file);
    print_word(printing, fault->severity);
    style_write(&printing->sink, &printing->style,
                MESSAGE("{1} more like the last: {2}", figure_count(scratch, rest), kind_text(fault, scratch)));
    sink_byte(&printing->sink, '\n');
}

static void print_counts(struct printing *printing, const struct faults *faults, struct arena *scratch)
{
    style_write_tinted(&printing->sink, &printing->style, TINT_BOLD,
                       MESSAGE("errors: {1}, warnings: {2}", figure_count(scratch, faults_grave(faults)),
                               figure_count(scratch, faults->by_severity[SEVERITY_WARNING])));
    sink_byte(&printing->sink, '\n');
}

static void print(struct text all)
{
    /* Nobody is left to be told where standard error itself fails. */
    fwrite(all.bytes, 1, all.length, stderr);
    fflush(stderr);
}

struct text faults_text(struct faults *faults, const struct style *style, struct arena *arena)
{
    if (faults->count == 0)
        return TEXT("");
    faults_sort(faults, *arena);
    struct printing printing = {sink_in(arena), *style};
    for (size_t i = 0; i < faults->count; i++) {
        print_fault(&printing, &faults->items[i], arena);
        size_t rest = counted_only(faults, i);
        if (rest > 0)
            print_rest(&printing, &faults->items[i], rest, arena);
    }
    print_counts(&printing, faults, arena);
    return sink_written(&printing.sink);
}

void faults_print(struct faults *faults, struct arena scratch)
{
    struct style style = terminal_style(STDERR_FILENO);
    print(faults_text(faults, &style, &scratch));
}

void faults_print_one(enum severity severity, struct message what, struct message hint, struct arena scratch)
{
    struct printing printing = {sink_in(&scratch), terminal_style(STDERR_FILENO)};
    struct fault fault = {.severity = severity, .what = what, .hint = hint};
    print_fault(&printing, &fault, &scratch);
    print(sink_written(&printing.sink));
}

void faults_print_note(struct message what, struct arena scratch)
{
    struct printing printing = {sink_in(&scratch), terminal_style(STDERR_FILENO)};
    print_place(&printing, &(struct place){0});
    style_write(&printing.sink, &printing.style, what);
    sink_byte(&printing.sink, '\n');
    print(sink_written(&printing.sink));
}
