#include "snapshot.h"

#include <string.h>
#include <sys/stat.h>

#include "contest_files.h"

static void mix(struct snapshot *snapshot, uint64_t value)
{
    struct text bytes = {(const char *)&value, sizeof value};
    snapshot->digest = snapshot->digest * 31 + text_hash(bytes);
}

static void mix_time(struct snapshot *snapshot, struct timespec time)
{
    mix(snapshot, (uint64_t)time.tv_sec);
    mix(snapshot, (uint64_t)time.tv_nsec);
}

/* A name that leads nowhere counts too: it is one more file as soon as it does. */
static void mix_file(struct snapshot *snapshot, const char *path)
{
    struct stat found = {0};
    bool is_there = stat(path, &found) == 0;
    mix(snapshot, text_hash(text_from_c(path)));
    mix(snapshot, found.st_dev);
    mix(snapshot, found.st_ino);
    mix(snapshot, (uint64_t)found.st_size);
    mix_time(snapshot, found.st_mtim);
    mix_time(snapshot, found.st_ctim);
    snapshot->files += is_there;
    if (found.st_mtim.tv_sec > snapshot->newest)
        snapshot->newest = found.st_mtim.tv_sec;
}

static void mix_file_in(struct snapshot *snapshot, const char *folder, const char *name, struct arena scratch)
{
    mix_file(snapshot, folder_path(folder, text_from_c(name), &scratch));
}

static struct folder listed(const char *path, struct arena *scratch)
{
    struct faults unheard = faults_in(scratch);
    struct folder folder;
    folder_list(path, scratch, &unheard, &folder);
    return folder;
}

struct snapshot snapshot_of(const char *folder, struct text besides, struct arena scratch)
{
    struct snapshot snapshot = {0};
    const char *scores_path = folder_path(folder, SCORES_FOLDER, &scratch);
    struct folder tables = listed(folder, &scratch), scores = listed(scores_path, &scratch);
    for (size_t i = 0; i < tables.count; i++)
        if (contest_files_is_read(text_from_c(tables.names[i]), scratch))
            mix_file_in(&snapshot, folder, tables.names[i], scratch);
    for (size_t i = 0; i < scores.count; i++)
        if (!contest_files_is_lock(text_from_c(scores.names[i])))
            mix_file_in(&snapshot, scores_path, scores.names[i], scratch);
    for (size_t at = 0; at < besides.length; at += strlen(besides.bytes + at) + 1)
        mix_file(&snapshot, besides.bytes + at);
    return snapshot;
}

bool snapshot_equal(const struct snapshot *a, const struct snapshot *b)
{
    return a->digest == b->digest && a->files == b->files;
}
