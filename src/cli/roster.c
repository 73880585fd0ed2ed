#include "roster.h"

#include <stdlib.h>
#include <string.h>

#include "printable.h"

struct roster roster_in(struct arena *arena)
{
    return (struct roster){.arena = arena};
}

/* ---- who ---- */

/* The last part of the path; of one that tells none, as `.` or `..`, that of the folder it leads to. */
static struct text folder_name(const char *path, struct arena *arena)
{
    struct text rest = text_from_c(path), part, name = TEXT("");
    while (text_next_part(&rest, '/', &part))
        if (part.length > 0)
            name = part;
    bool is_told = name.length > 0 && !text_equal(name, TEXT(".")) && !text_equal(name, TEXT(".."));
    char *resolved = is_told ? NULL : realpath(path, NULL);
    if (resolved)
        name = text_from_c(strrchr(resolved, '/') + 1);
    name = text_copy(arena, name);
    free(resolved);
    return name;
}

static void add(struct roster *roster, const struct contestant *contestant, struct text folder)
{
    ARENA_RESERVE_ONE(roster->arena, roster->rows, roster->count, roster->capacity);
    ARENA_RESERVE_ONE(roster->arena, roster->folders, roster->count, roster->folder_capacity);
    roster->folders[roster->count] = folder;
    roster->rows[roster->count++] = (struct roster_row){
        .id = text_copy(roster->arena, contestant->id),
        .name = text_copy(roster->arena, contestant->name),
        .sector = text_copy(roster->arena, contestant->sector_name),
        .unit = text_copy(roster->arena, contestant->unit),
        .title = text_copy(roster->arena, contestant->title),
        .county = text_copy(roster->arena, contestant->county),
    };
}

void roster_add(struct roster *roster, const struct standings *standings, const char *folder)
{
    struct text name = folder_name(folder, roster->arena);
    for (size_t s = 0; s < standings->sector_count; s++) {
        const struct sector_standings *sector = &standings->sectors[s];
        for (size_t i = 0; i < sector->ranking_count; i++) {
            const struct standing *standing = &sector->ranking[i];
            if (standing->promotion.is_promoted)
                add(roster, &standings->contest->contestants[standing->placing.contestant], name);
        }
    }
}

/* ---- ids ---- */

static struct index ids_of(const struct roster *roster)
{
    struct index ids = index_in(roster->arena);
    for (size_t i = 0; i < roster->count; i++)
        index_add(&ids, roster->rows[i].id, i);
    return ids;
}

static struct text id_with_folder(struct text folder, struct text id, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    sink_text(&sink, folder);
    sink_byte(&sink, '-');
    sink_text(&sink, id);
    return sink_written(&sink);
}

/* Whether a folder's name may stand in an id. */
static bool is_writable(struct text name)
{
    size_t bad_at;
    return name.length > 0 && text_is_utf8(name, &bad_at) && text_find_unprintable(name) == TEXT_INVALID;
}

bool roster_settle_ids(struct roster *roster, struct faults *faults)
{
    size_t grave = faults_grave(faults);
    struct index ids = ids_of(roster);
    for (size_t i = 0; i < roster->count; i++) {
        struct roster_row *row = &roster->rows[i];
        if (index_find(&ids, row->id) != INDEX_AMBIGUOUS)
            continue;
        if (!is_writable(roster->folders[i]))
            faults_add(
                faults, SEVERITY_ERROR, (struct place){0},
                MESSAGE("id {1} stands in several folders, and this one has no name to tell them apart by", row->id),
                MESSAGE("rename the folder"));
        row->id = id_with_folder(roster->folders[i], row->id, roster->arena);
    }
    ids = ids_of(roster);
    for (size_t i = 0; i < roster->count; i++)
        if (index_find(&ids, roster->rows[i].id) == INDEX_AMBIGUOUS)
            faults_add(faults, SEVERITY_ERROR, (struct place){0},
                       MESSAGE("id {1} stands twice, even with the folder's name before it", roster->rows[i].id),
                       MESSAGE("name each folder once, and give folders different names"));
    return faults_grave(faults) == grave;
}
