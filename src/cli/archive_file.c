#include "archive_file.h"

#include <errno.h>
#include <string.h>

bool archive_file_read(const char *path, struct arena *arena, struct arena scratch, struct faults *faults,
                       struct archive *archive)
{
    struct text file = text_from_c(path), bytes;
    if (whole_file_read(path, CONTAINER_MOST_BYTES, arena, &bytes))
        return archive_read(bytes, file, arena, scratch, faults, archive);
    faults_add(faults, SEVERITY_ERROR, (struct place){.file = file},
               errno == EINVAL ? MESSAGE("this is no file, or larger than an archive can be")
                               : MESSAGE("this file cannot be read: {1}", text_from_c(strerror(errno))),
               NO_HINT);
    return false;
}

struct container archive_file_contest(const struct archive *archive, struct arena *arena)
{
    struct text folder = ARCHIVE_CONTEST, revisions = TEXT_INIT("revisions/");
    struct container contest = {ARENA_ARRAY(arena, struct whole_file, archive->container.count), 0};
    for (size_t i = 0; i < archive->container.count; i++) {
        struct whole_file file = archive->container.files[i];
        if (!text_starts_with(file.name, folder))
            continue;
        file.name = (struct text){file.name.bytes + folder.length, file.name.length - folder.length};
        file.is_editable = !text_starts_with(file.name, revisions);
        contest.files[contest.count++] = file;
    }
    return contest;
}
