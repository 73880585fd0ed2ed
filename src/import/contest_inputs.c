#include "contest_inputs.h"

#include <stdlib.h>

#include "bytes.h"
#include "contest_files.h"
#include "printable.h"
#include "table_file.h"

struct gathering {
    const char *folder;
    struct arena *arena;
    struct faults *faults;
    struct contest_inputs *inputs;
};

static struct text joined(struct text folder, const char *name, struct arena *arena)
{
    return text_from_c(folder_path(text_to_c(arena, folder), text_from_c(name), arena));
}

static bool take(struct gathering *gathering, struct text name, bool is_protests)
{
    struct contest_inputs *inputs = gathering->inputs;
    const char *path = folder_path(gathering->folder, name, gathering->faults->arena);
    struct contest_input input = {.name = name, .path = path, .is_protests = is_protests};
    size_t bad_at;
    if (!text_is_utf8(name, &bad_at) || text_find_unprintable(name) != TEXT_INVALID) {
        faults_add(gathering->faults, SEVERITY_ERROR, (struct place){.file = text_from_c(path)},
                   MESSAGE("the name of this file is no plain text in UTF-8"), MESSAGE("rename it"));
        return false;
    }
    ARENA_RESERVE_ONE(gathering->arena, inputs->items, inputs->count, inputs->capacity);
    inputs->items[inputs->count++] = input;
    return true;
}

static bool is_protests(const struct folder *folder, const char *name, struct arena *arena)
{
    const char *path = contest_files_path(folder, &protests_format, arena);
    return text_equal(text_from_c(path), text_from_c(folder_path(folder->path, text_from_c(name), arena)));
}

static bool is_marks(struct text name)
{
    return !contest_files_is_lock(name) &&
           (contest_files_has_ending(name, TEXT(".csv")) || table_file_is_workbook(name));
}

static int by_name(const void *left, const void *right)
{
    const struct contest_input *a = left, *b = right;
    return text_compare(a->name, b->name);
}

bool contest_inputs_find(const char *folder, struct arena *arena, struct faults *faults, struct contest_inputs *inputs)
{
    struct gathering gathering = {folder, arena, faults, inputs};
    struct folder tables, scores = {0};
    bool is_read = folder_list(folder, arena, faults, &tables);
    *inputs = (struct contest_inputs){0};
    if (is_read && folder_has(&tables, SCORES_FOLDER))
        is_read = folder_list(folder_path(folder, SCORES_FOLDER, faults->arena), arena, faults, &scores);
    for (size_t i = 0; is_read && i < tables.count; i++)
        if (contest_files_is_read(text_from_c(tables.names[i]), *arena))
            is_read = take(&gathering, text_from_c(tables.names[i]), is_protests(&tables, tables.names[i], arena));
    for (size_t i = 0; is_read && i < scores.count; i++)
        if (is_marks(text_from_c(scores.names[i])))
            is_read = take(&gathering, joined(SCORES_FOLDER, scores.names[i], arena), false);
    if (inputs->count > 1)
        qsort(inputs->items, inputs->count, sizeof *inputs->items, by_name);
    return is_read;
}

bool contest_input_read(struct contest_input *input, struct arena *arena, struct faults *faults)
{
    size_t most = table_file_is_workbook(input->name) ? BYTES_MOST_WORKBOOK : BYTES_MOST_TABLE;
    return bytes_read(input->path, most, arena, faults, &input->bytes);
}

bool contest_inputs_read(const char *folder, struct arena *arena, struct faults *faults, struct contest_inputs *inputs)
{
    bool is_read = contest_inputs_find(folder, arena, faults, inputs);
    for (size_t i = 0; is_read && i < inputs->count; i++)
        is_read = contest_input_read(&inputs->items[i], arena, faults);
    return is_read;
}
