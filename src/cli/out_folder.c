#include "out_folder.h"

#include "folders.h"
#include "manifest_json.h"

static const struct text manifest_name = TEXT_INIT("manifest.json");

struct names {
    struct text *items;
    size_t count;
};

static bool holds(const struct outputs *outputs, struct text name)
{
    bool holds = text_equal(name, manifest_name);
    for (size_t i = 0; i < outputs->count; i++)
        holds = holds || text_equal(outputs->files[i].name, name);
    return holds;
}

/* What the former manifest names and the outputs do not hold. */
static struct names leavings_find(const char *folder, const struct outputs *outputs)
{
    struct names found = {NULL, 0};
    struct text bytes;
    if (file_read(folder_path(folder, manifest_name, outputs->arena), outputs->arena, &bytes))
        manifest_names(bytes, outputs->arena, &found.items, &found.count);
    size_t kept = 0;
    for (size_t i = 0; i < found.count; i++)
        if (!holds(outputs, found.items[i]))
            found.items[kept++] = found.items[i];
    found.count = kept;
    return found;
}

/* Leaves those in the list that could not be removed. */
static void leavings_remove(const char *folder, struct names *leavings, struct arena scratch, struct faults *faults)
{
    size_t kept = 0;
    for (size_t i = 0; i < leavings->count; i++)
        if (!file_remove(folder, leavings->items[i], scratch, faults))
            leavings->items[kept++] = leavings->items[i];
    leavings->count = kept;
}

static struct text unfinished_manifest(const struct outputs *outputs, const struct names *leavings,
                                       struct arena scratch)
{
    struct text *names = ARENA_ARRAY(&scratch, struct text, outputs->count + leavings->count);
    size_t count = 0;
    for (size_t i = 0; i < outputs->count; i++)
        names[count++] = outputs->files[i].name;
    for (size_t i = 0; i < leavings->count; i++)
        names[count++] = leavings->items[i];
    struct manifest manifest = {.version = TEXT(BIWU_VERSION), .leftover = names, .leftover_count = count};
    return manifest_json(&manifest, outputs->arena, scratch);
}

static struct text finished_manifest(const struct outputs *outputs, const struct names *leavings, struct text result,
                                     struct arena scratch)
{
    struct manifest_entry *entries = ARENA_ARRAY(&scratch, struct manifest_entry, outputs->count);
    for (size_t i = 0; i < outputs->count; i++)
        entries[i] = (struct manifest_entry){outputs->files[i].name, outputs->files[i].bytes};
    struct manifest manifest = {TEXT(BIWU_VERSION), result, entries, outputs->count, leavings->items, leavings->count};
    return manifest_json(&manifest, outputs->arena, scratch);
}

bool out_folder_replace(const char *folder, const struct outputs *outputs, struct text result, struct arena scratch,
                        struct faults *faults)
{
    struct names leavings = leavings_find(folder, outputs);
    struct outputs all = outputs_in(outputs->arena);
    outputs_add(&all, manifest_name, unfinished_manifest(outputs, &leavings, scratch));
    for (size_t i = 0; i < outputs->count; i++)
        outputs_add(&all, outputs->files[i].name, outputs->files[i].bytes);
    if (!folder_make(folder, faults) || !files_write(folder, all.files, all.count, scratch, faults))
        return false;

    leavings_remove(folder, &leavings, scratch, faults);
    all.files[0].bytes = finished_manifest(outputs, &leavings, result, scratch);
    return files_write(folder, all.files, 1, scratch, faults) && outputs_list(&all, folder, scratch, faults);
}
