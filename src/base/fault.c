#include "fault.h"

#include <stdlib.h>
#include <string.h>

void message_write(struct sink *sink, const struct message *message, const char *format)
{
    for (const char *c = format; *c; c++) {
        bool is_argument = c[0] == '{' && c[1] >= '1' && c[1] <= '0' + MESSAGE_ARGUMENTS && c[2] == '}';
        if (!is_argument) {
            sink_byte(sink, *c);
            continue;
        }
        sink_text(sink, message->arguments[c[1] - '1']);
        c += 2;
    }
}

const struct message *message_kept(struct arena *arena, struct message message)
{
    struct message *kept = ARENA_NEW(arena, struct message);
    *kept = message;
    return kept;
}

struct faults faults_in(struct arena *arena)
{
    return (struct faults){.arena = arena};
}

static struct fault_kind *find_kind(struct faults *faults, const struct fault *fault)
{
    for (size_t i = 0; i < faults->kind_count; i++) {
        struct fault_kind *kind = &faults->kinds[i];
        if (strcmp(kind->format, fault->what.format) == 0 && text_equal(kind->file, fault->place.file))
            return kind;
    }
    ARENA_RESERVE_ONE(faults->arena, faults->kinds, faults->kind_count, faults->kind_capacity);
    struct fault_kind *kind = &faults->kinds[faults->kind_count++];
    *kind = (struct fault_kind){fault->what.format, fault->place.file, fault->severity, 0};
    return kind;
}

static struct message message_copy(struct arena *arena, struct message message)
{
    for (size_t i = 0; i < MESSAGE_ARGUMENTS; i++)
        message.arguments[i] = text_copy(arena, message.arguments[i]);
    return message;
}

void faults_add(struct faults *faults, enum severity severity, struct place place, struct message what,
                struct message hint)
{
    struct fault fault = {severity, place, what, hint};
    faults->by_severity[severity]++;
    if (!faults->arena)
        return;
    struct fault_kind *kind = find_kind(faults, &fault);
    if (kind->count++ >= FAULTS_KEPT_OF_A_KIND)
        return;
    fault.what = message_copy(faults->arena, what);
    fault.hint = message_copy(faults->arena, hint);
    ARENA_RESERVE_ONE(faults->arena, faults->items, faults->count, faults->capacity);
    faults->items[faults->count++] = fault;
}

static enum severity severity_of(enum severity severity, enum severity least)
{
    return severity > least ? severity : least;
}

static void count_more(struct faults *faults, const struct fault_kind *kind, enum severity severity)
{
    size_t more = kind->count > FAULTS_KEPT_OF_A_KIND ? kind->count - FAULTS_KEPT_OF_A_KIND : 0;
    struct fault alike = {.severity = severity, .place.file = kind->file, .what.format = kind->format};
    faults->by_severity[severity] += more;
    if (faults->arena && more > 0)
        find_kind(faults, &alike)->count += more;
}

void faults_join(struct faults *faults, const struct faults *others, enum severity least)
{
    for (size_t i = 0; i < others->count; i++) {
        const struct fault *fault = &others->items[i];
        faults_add(faults, severity_of(fault->severity, least), fault->place, fault->what, fault->hint);
    }
    for (size_t i = 0; i < others->kind_count; i++)
        count_more(faults, &others->kinds[i], severity_of(others->kinds[i].severity, least));
}

size_t faults_told(const struct faults *faults)
{
    return faults->by_severity[SEVERITY_WARNING] + faults_grave(faults);
}

size_t faults_grave(const struct faults *faults)
{
    return faults->by_severity[SEVERITY_ERROR] + faults->by_severity[SEVERITY_FAILURE];
}

/* ---- order ---- */

struct ordered_fault {
    struct fault fault;
    size_t file, position;
};

static size_t order_of_file(const struct faults *faults, struct text file)
{
    size_t i = 0;
    while (!text_equal(faults->kinds[i].file, file))
        i++;
    return i;
}

static int by_number(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int by_place(const void *left, const void *right)
{
    const struct ordered_fault *a = left, *b = right;
    int order = by_number(a->file, b->file);
    if (order == 0)
        order = by_number(a->fault.place.line, b->fault.place.line);
    if (order == 0)
        order = by_number(a->fault.place.column, b->fault.place.column);
    return order != 0 ? order : by_number(a->position, b->position);
}

void faults_sort(struct faults *faults, struct arena scratch)
{
    struct ordered_fault *ordered = ARENA_ARRAY(&scratch, struct ordered_fault, faults->count);
    for (size_t i = 0; i < faults->count; i++)
        ordered[i] = (struct ordered_fault){faults->items[i], order_of_file(faults, faults->items[i].place.file), i};
    if (faults->count > 1)
        qsort(ordered, faults->count, sizeof *ordered, by_place);
    for (size_t i = 0; i < faults->count; i++)
        faults->items[i] = ordered[i].fault;
}
