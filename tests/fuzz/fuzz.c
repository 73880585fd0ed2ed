#include "fuzz.h"

#include <assert.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "contest_folder.h"
#include "controls.h"
#include "plain.h"
#include "standings.h"

/* ---- memory ---- */

enum { REGION_SIZE = 1 << 28 };

static void end_without_memory(size_t wanted)
{
    fprintf(stderr, "%zu bytes more than an arena has\n", wanted);
    abort();
}

/* One region lives as long as the program: its pages are touched once. */
static struct arena whole_region(size_t number)
{
    static struct arena_region regions[3];
    static struct arena arenas[3];
    if (!regions[number].base)
        arenas[number] = arena_region_init(&regions[number], REGION_SIZE, end_without_memory);
    return arenas[number];
}

struct arena *fuzz_arena(void)
{
    static struct arena arena;
    arena = whole_region(0);
    return &arena;
}

struct arena fuzz_scratch(void)
{
    return whole_region(1);
}

struct arena *fuzz_lasting_arena(void)
{
    static struct arena arena;
    if (!arena.next)
        arena = whole_region(2);
    return &arena;
}

/* ---- the contest folder ---- */

enum { MOST_FOLDERS = 32, PATH_BYTES = 512 };

static char root[] = "contest-XXXXXX";

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *where)
{
    (void)status, (void)kind, (void)where;
    return remove(path);
}

static void remove_root(void)
{
    nftw(root, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

/* The file that is made up lives in memory; every folder has a link to it. */
static int made_up_file(void)
{
    static int file = -1;
    if (file < 0)
        file = memfd_create("made up", 0);
    assert(file >= 0);
    return file;
}

static void link_to(const char *folder, const char *name, const char *target)
{
    char path[PATH_BYTES];
    int length = snprintf(path, sizeof path, "%s/%s", folder, name);
    assert(length > 0 && length < PATH_BYTES);
    int done = symlink(target, path);
    assert(done == 0);
}

/* Links to the sound contest's files, but for `name`. A workbook stands in place of the text of that name. */
static void link_sound_files(const char *folder, const char *name)
{
    static const char *const sound[] = {
        "contest.yaml", "contestants.csv", "judges.csv",   "adjustments.csv",    "recusals.csv",
        "timings.csv",  "factors.csv",     "ballots.csv",  "playoff.csv",        "decisions.csv",
        "special.csv",  "quota.csv",       "protests.csv", "scores/written.csv",
    };
    size_t stem = strcspn(name, ".");
    for (size_t i = 0; i < sizeof sound / sizeof *sound; i++) {
        char target[PATH_BYTES];
        snprintf(target, sizeof target, "%s/%s", FUZZ_SOUND, sound[i]);
        if (strcspn(sound[i], ".") != stem || strncmp(sound[i], name, stem) != 0)
            link_to(folder, sound[i], target);
    }
}

static void make_folder(const char *folder, const char *name)
{
    char scores[PATH_BYTES], target[PATH_BYTES];
    snprintf(scores, sizeof scores, "%s/scores", folder);
    snprintf(target, sizeof target, "/proc/self/fd/%d", made_up_file());
    int done = mkdir(folder, 0700) + mkdir(scores, 0700);
    assert(done == 0);
    link_sound_files(folder, name);
    link_to(folder, name, target);
}

/* The folder in which `name` is made up; it is made once. */
static const char *folder_of(struct text name)
{
    static struct {
        char name[PATH_BYTES], folder[PATH_BYTES];
    } folders[MOST_FOLDERS];
    static size_t count;
    for (size_t i = 0; i < count; i++)
        if (text_equal(text_from_c(folders[i].name), name))
            return folders[i].folder;
    if (count == 0) {
        char *made = mkdtemp(root);
        assert(made);
        atexit(remove_root);
    }
    assert(count < MOST_FOLDERS);
    snprintf(folders[count].name, PATH_BYTES, "%.*s", (int)name.length, name.bytes);
    snprintf(folders[count].folder, PATH_BYTES, "%s/%zu", root, count);
    make_folder(folders[count].folder, folders[count].name);
    return folders[count++].folder;
}

static void make_up(struct text bytes)
{
    ssize_t written = pwrite(made_up_file(), bytes.bytes, bytes.length, 0);
    int done = ftruncate(made_up_file(), (off_t)bytes.length);
    assert(written == (ssize_t)bytes.length && done == 0);
}

/* ---- what must hold ---- */

static bool is_clean(struct text text)
{
    size_t at;
    return text_is_utf8(text, &at) && !controls_find(text, &at);
}

static void check_message(const struct message *message)
{
    for (size_t i = 0; i < MESSAGE_ARGUMENTS; i++)
        assert(is_clean(message->arguments[i]));
}

void fuzz_check_faults(const struct faults *faults)
{
    assert(faults->by_severity[SEVERITY_FAILURE] == 0);
    for (size_t i = 0; i < faults->count; i++) {
        const struct fault *fault = &faults->items[i];
        assert(fault->place.file.length > 0 && fault->what.format);
        assert(fault->place.line > 0 || fault->place.column == 0);
        check_message(&fault->what);
        check_message(&fault->hint);
    }
}

void fuzz_check_record(const struct record *record, size_t *last_line)
{
    bool has_content = false;
    assert(record->count > 0 && record->count <= RECORDS_MOST_CELLS);
    assert(record->start.line > *last_line && record->start.file.length > 0);
    *last_line = record->start.line;
    for (size_t i = 0; i < record->count; i++) {
        struct text cell = record->cells[i], trimmed = text_trimmed(cell);
        size_t bad_at;
        bool is_sound = !record->defects || !record->defects[i];
        assert(!is_sound || (cell.length <= RECORDS_MOST_CELL_BYTES && trimmed.length == cell.length));
        assert(!is_sound || text_is_utf8(cell, &bad_at));
        struct place place = record_place(record, i);
        assert(place.line >= record->start.line && place.column > 0);
        assert(!record->starts || record->starts[i] <= record->raw.length);
        has_content |= cell.length > 0 || !is_sound;
    }
    assert(has_content);
}

static void check_standings(const struct contest *contest, const struct sheets *sheets, struct arena *arena,
                            struct faults *faults)
{
    assert(sheets->contest == contest && contest->contestant_count > 0 && contest->rules.round_count > 0);
    for (size_t i = 0; i < contest->contestant_count; i++)
        assert(is_clean(contest->contestants[i].id) && contest->contestants[i].id.length > 0);
    struct standings standings = standings_of(contest, sheets, arena, fuzz_scratch(), faults);
    size_t everybody = 0;
    for (size_t s = 0; s < standings.sector_count; s++)
        everybody += standings.sectors[s].ranking_count + standings.sectors[s].unranked_count;
    assert(everybody == contest->contestant_count && faults_grave(faults) == 0);
}

void fuzz_read_contest(struct text name, struct text bytes)
{
    struct arena *arena = fuzz_arena();
    struct faults faults = faults_in(arena);
    struct contest contest;
    struct sheets sheets = {0};
    const char *folder = folder_of(name);
    make_up(bytes);
    bool is_sound = contest_folder_read(folder, ENCODING_UNTOLD, arena, fuzz_scratch(), &faults, &contest, &sheets);
    assert(is_sound == (faults_grave(&faults) == 0));
    if (is_sound)
        check_standings(&contest, &sheets, arena, &faults);
    fuzz_check_faults(&faults);
    faults_sort(&faults, fuzz_scratch());
}
