#include "archive.h"

#include <stdlib.h>

#include "archive_signature.h"

static bool refuse(struct faults *faults, struct text path, struct message what, struct message hint)
{
    faults_add(faults, SEVERITY_ERROR, (struct place){.file = path}, what, hint);
    return false;
}

static bool names_are_sound(const struct container *container, struct text path, struct faults *faults)
{
    for (size_t i = 0; i < container->count; i++)
        if (!container_name_is_sound(container->files[i].name))
            return refuse(faults, path, MESSAGE("{1} is no name that an archive can hold", container->files[i].name),
                          MESSAGE("rename the file: without \\ and :, and not too long"));
    return true;
}

bool archive_complete(struct container *container, const struct signing_key *key, struct text path, struct arena *arena,
                      struct faults *faults)
{
    enum { OWN = 3 };
    struct text twice = TEXT_INIT("");
    struct whole_file *files = ARENA_ARRAY(arena, struct whole_file, container->count + OWN);
    if (!names_are_sound(container, path, faults))
        return false;
    for (size_t i = 0; i < container->count; i++)
        files[i] = container->files[i];
    container->files = files;
    files[container->count++] = (struct whole_file){.name = ARCHIVE_README, .bytes = archive_readme};
    if (!container_sort(container, &twice))
        return refuse(faults, path, MESSAGE("{1} is there twice, or as a file and as a folder", twice), NO_HINT);
    struct text sums = archive_sums(container, arena);
    files[container->count++] = (struct whole_file){.name = ARCHIVE_SUMS, .bytes = sums};
    if (key)
        files[container->count++] =
            (struct whole_file){.name = ARCHIVE_SIGNATURE, .bytes = archive_signature(sums, key, arena)};
    container_sort(container, &twice);
    return container_fits(container) || refuse(faults, path, MESSAGE("larger than an archive can be"), NO_HINT);
}

const struct whole_file *archive_find(const struct archive *archive, struct text name)
{
    for (size_t i = 0; i < archive->container.count; i++)
        if (text_equal(archive->container.files[i].name, name))
            return &archive->container.files[i];
    return NULL;
}
