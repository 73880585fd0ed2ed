#include "changes.h"

#include "changed_rows.h"
#include "plain.h"

struct telling {
    const struct changed_file *file;
    struct faults *faults;
    struct arena *scratch;
    size_t told;
};

static void warn(struct telling *telling, struct place place, struct message what)
{
    faults_add(telling->faults, SEVERITY_WARNING, place, what, NO_HINT);
    telling->told++;
}

/* ---- a cell ---- */

static struct text cell_of(const struct changed_row *row, size_t cell)
{
    return cell < row->count ? row->cells[cell] : TEXT("");
}

static void tell_cells(struct telling *telling, const struct changed_row *old, const struct changed_row *now)
{
    size_t count = old->count > now->count ? old->count : now->count;
    struct text revision = telling->file->revision;
    for (size_t i = 0; i < count; i++) {
        struct text was = cell_of(old, i), is = cell_of(now, i);
        struct place place = now->places[i < now->count ? i : now->count - 1];
        if (text_equal(was, is))
            continue;
        if (was.length == 0)
            warn(telling, place, MESSAGE("changed since revision {1}: empty → {2}", revision, SHOWN(is)));
        else if (is.length == 0)
            warn(telling, place, MESSAGE("changed since revision {1}: {2} → empty", revision, SHOWN(was)));
        else
            warn(telling, place, MESSAGE("changed since revision {1}: {2} → {3}", revision, SHOWN(was), SHOWN(is)));
    }
}

/* ---- rows that came or went ---- */

static struct text row_text(const struct changed_row *row, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    for (size_t i = 0; i < row->count; i++) {
        sink_c(&sink, i > 0 ? "," : "");
        sink_text(&sink, row->cells[i]);
    }
    return sink_written(&sink);
}

static void tell_gone(struct telling *telling, const struct changed_row *row)
{
    struct arena scratch = *telling->scratch;
    struct sink line = sink_in(&scratch);
    sink_integer(&line, (int64_t)row->places[0].line);
    struct text number = sink_written(&line), written = row_text(row, &scratch);
    warn(telling, (struct place){.file = text_from_c(telling->file->path)},
         MESSAGE("line {1} of revision {2} is gone: {3}", number, telling->file->revision, SHOWN(written)));
}

static void tell_new(struct telling *telling, const struct changed_row *row)
{
    struct arena scratch = *telling->scratch;
    struct place place = row->places[0];
    struct text written = row_text(row, &scratch);
    place.column = 0, place.cell = 0;
    warn(telling, place, MESSAGE("this line is new since revision {1}: {2}", telling->file->revision, SHOWN(written)));
}

static void tell_run(void *context, const struct changed_row *old, size_t old_count, const struct changed_row *now,
                     size_t now_count)
{
    struct telling *telling = context;
    for (size_t i = 0; i < old_count; i++)
        if (old_count == now_count)
            tell_cells(telling, &old[i], &now[i]);
        else
            tell_gone(telling, &old[i]);
    for (size_t i = 0; old_count != now_count && i < now_count; i++)
        tell_new(telling, &now[i]);
}

/* ---- a file ---- */

static void tell_contents(struct telling *telling)
{
    const struct changed_file *file = telling->file;
    struct arena *scratch = telling->scratch;
    struct changed_rows old, now;
    struct place place = {.file = text_from_c(file->path)};
    /* Places of the rows are copied into faults with the path that lasts. */
    bool is_read = changed_rows_read(file->copy, file->encoding, telling->faults->arena, *scratch, &old) &&
                   changed_rows_read(file->path, file->encoding, telling->faults->arena, *scratch, &now);
    if (!is_read) {
        warn(telling, place, MESSAGE("this file has changed since revision {1}", file->revision));
        return;
    }
    changed_rows_compare(&old, &now, *scratch, tell_run, telling);
    if (telling->told == 0)
        warn(telling, place,
             MESSAGE("this file was saved anew since revision {1}; nothing that is read in it has changed",
                     file->revision));
}

void changes_tell(const struct changed_file *file, struct arena scratch, struct faults *faults)
{
    struct telling telling = {file, faults, &scratch, 0};
    if (!file->path)
        warn(&telling, (struct place){.file = text_from_c(file->copy)},
             MESSAGE("this file of revision {1} is not in the folder any more", file->revision));
    else if (!file->copy)
        warn(&telling, (struct place){.file = text_from_c(file->path)},
             MESSAGE("this file is new since revision {1}", file->revision));
    else if (file->is_copy_lost)
        warn(&telling, (struct place){.file = text_from_c(file->path)},
             MESSAGE("this file has changed since revision {1}, whose copy of it is gone or was changed",
                     file->revision));
    else
        tell_contents(&telling);
}
