#include "archive_shelf.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive_file.h"
#include "file_names.h"
#include "files.h"
#include "folders.h"
#include "messages.h"
#include "printable.h"
#include "progress.h"
#include "sha256.h"

enum { MOST_LEVELS = 16 };

struct shelved {
    struct text name; /* within the folder: 2023/街道.biwu */
    const char *path;
    struct file_state state;
    bool is_known;
};

struct shelf {
    struct session *session;
    struct shelved *files;
    size_t count, capacity;
};

static bool has_gone(const char *path)
{
    struct stat status;
    return lstat(path, &status) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

/* ---- which archives there are ---- */

static void add_entries(struct shelf *shelf, const struct folder *folder, struct text within, int levels);

static void add_file(struct shelf *shelf, const char *path, struct text name, const struct stat *status)
{
    struct arena *kept = &shelf->session->memory.kept;
    ARENA_RESERVE_ONE(kept, shelf->files, shelf->count, shelf->capacity);
    shelf->files[shelf->count++] =
        (struct shelved){.name = name,
                         .path = path,
                         .state = {.size = status->st_size,
                                   .inode = (int64_t)status->st_ino,
                                   .changed = {status->st_ctim.tv_sec, status->st_ctim.tv_nsec}}};
}

static struct text name_within(struct text within, const char *name, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    sink_text(&sink, within);
    sink_c(&sink, within.length > 0 ? "/" : "");
    sink_c(&sink, name);
    return sink_written(&sink);
}

/* What is said of one that has gone since it was listed, is not true any more. */
static void tell_of(struct shelf *shelf, const char *path, const struct faults *faults)
{
    if (!has_gone(path))
        faults_join(&shelf->session->faults, faults, SEVERITY_WARNING);
}

static void add_folder(struct shelf *shelf, const char *path, struct text within, int levels)
{
    struct arena *kept = &shelf->session->memory.kept;
    struct faults faults = faults_in(kept);
    struct folder folder;
    if (levels > MOST_LEVELS)
        faults_add(&faults, SEVERITY_ERROR, (struct place){.file = text_from_c(path)},
                   MESSAGE("too many folders in one another: not looked into"),
                   MESSAGE("put the archives nearer to the folder that is named"));
    else if (folder_list(path, kept, &faults, &folder))
        add_entries(shelf, &folder, within, levels);
    tell_of(shelf, path, &faults);
}

/* Links to folders are not followed: they may lead back. */
static void add_entry(struct shelf *shelf, const char *path, struct text name, int levels)
{
    struct stat status, target;
    size_t bad_at;
    if (lstat(path, &status) != 0)
        return;
    if (S_ISDIR(status.st_mode))
        add_folder(shelf, path, name, levels + 1);
    else if (!file_name_ends_in(name, TEXT(".biwu")) || stat(path, &target) != 0 || !S_ISREG(target.st_mode))
        return;
    else if (text_is_utf8(name, &bad_at) && text_find_unprintable(name) == TEXT_INVALID)
        add_file(shelf, path, name, &target);
    else
        faults_add(&shelf->session->faults, SEVERITY_ERROR, (struct place){.file = text_from_c(path)},
                   MESSAGE("the name of this file is no plain text in UTF-8"), MESSAGE("rename it"));
}

static void add_entries(struct shelf *shelf, const struct folder *folder, struct text within, int levels)
{
    struct arena *kept = &shelf->session->memory.kept;
    for (size_t i = 0; i < folder->count; i++)
        add_entry(shelf, folder_path(folder->path, text_from_c(folder->names[i]), kept),
                  name_within(within, folder->names[i], kept), levels);
}

/* ---- bringing the index up to date ---- */

/* The memory that an archive took is given back, but for what is said of one that is damaged. */
static void take_in(struct shelf *shelf, const struct shelved *file, struct faults *faults, struct archive_index *index)
{
    struct arena *kept = &shelf->session->memory.kept, before = *kept, scratch = shelf->session->memory.scratch;
    struct faults own = faults_in(kept);
    struct archive archive;
    struct archive_entry entry;
    if (!archive_file_read(file->path, kept, scratch, &own, &archive)) {
        if (!has_gone(file->path))
            faults_join(faults, &own, SEVERITY_WARNING);
        return;
    }
    if (archive_entry_read(&archive, kept, &entry)) {
        archive_index_put(index, file->name, file->state, &entry, scratch);
        *kept = before;
        return;
    }
    faults_add(faults, SEVERITY_ERROR, (struct place){.file = text_from_c(file->path)},
               MESSAGE("this archive is not as this version of biwu writes them"),
               MESSAGE("a newer version may have made it"));
}

static bool bring_up_to_date(struct shelf *shelf, struct faults *faults, struct archive_index *index)
{
    struct progress progress = progress_start(shelf->count);
    archive_index_begin(index);
    for (size_t i = 0; i < shelf->count; i++)
        shelf->files[i].is_known = archive_index_has(index, shelf->files[i].name, shelf->files[i].state);
    archive_index_drop_others(index);
    for (size_t i = 0; i < shelf->count; i++) {
        progress_step(&progress, translate("archives"));
        if (!shelf->files[i].is_known)
            take_in(shelf, &shelf->files[i], faults, index);
    }
    progress_end(&progress);
    return archive_index_end(index);
}

/* In this file, NULL for memory; false where that cannot be had. */
static bool fill_index(struct shelf *shelf, const char *path, struct archive_index *index)
{
    struct faults faults = faults_in(&shelf->session->memory.kept);
    if (!archive_index_open(index, path) || !bring_up_to_date(shelf, &faults, index))
        return false;
    faults_join(&shelf->session->faults, &faults, SEVERITY_WARNING);
    return true;
}

/* ---- where it lies ---- */

/* A file for each folder. NULL where there is no place for it. */
static const char *index_path(struct session *session, const char *folder)
{
    enum { DIGITS = 16 };
    struct arena *kept = &session->memory.kept;
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    struct sink sink = sink_in(kept);
    char *whole = realpath(folder, NULL);
    if (!whole)
        return NULL;
    struct text hash = sha256_text(text_from_c(whole), kept);
    free(whole);
    bool is_set = cache && cache[0] == '/';
    if (!is_set && !(home && home[0] == '/'))
        return NULL;
    sink_c(&sink, is_set ? cache : home);
    sink_c(&sink, is_set ? "/biwu" : "/.cache/biwu");
    struct faults unsaid = faults_in(kept);
    if (!folder_make(text_to_c(kept, sink_written(&sink)), &unsaid))
        return NULL;
    sink_c(&sink, "/archives-");
    sink_text(&sink, (struct text){hash.bytes, DIGITS});
    sink_c(&sink, ".sqlite");
    return text_to_c(kept, sink_written(&sink));
}

/* One that is damaged, or of another version, is made anew; where another process is at it, or the disk is full, this run
 * makes do with memory. */
static bool index_somewhere(struct shelf *shelf, const char *path, struct archive_index *index)
{
    if (path && fill_index(shelf, path, index))
        return true;
    bool is_useless = path && archive_index_is_useless(index);
    if (path)
        archive_index_close(index);
    if (is_useless && unlink(path) == 0) {
        if (fill_index(shelf, path, index))
            return true;
        archive_index_close(index);
    }
    return fill_index(shelf, NULL, index);
}

bool archive_shelf_open(struct session *session, const char *folder, struct archive_index *index)
{
    struct shelf shelf = {.session = session};
    *index = (struct archive_index){0};
    struct folder listed;
    if (!folder_list(folder, &session->memory.kept, &session->faults, &listed))
        return false;
    add_entries(&shelf, &listed, TEXT(""), 0);
    if (index_somewhere(&shelf, index_path(session, folder), index))
        return true;
    faults_add(&session->faults, SEVERITY_FAILURE, (struct place){.file = text_from_c(folder)},
               MESSAGE("no index can be made of the archives: SQLite failed"), NO_HINT);
    return false;
}
