#include "chain.h"

#include "sha256.h"

static void warn(const char *path, struct message what, struct faults *faults)
{
    faults_add(faults, SEVERITY_WARNING, (struct place){.file = text_copy(faults->arena, text_from_c(path))}, what,
               MESSAGE("put its copy back: what was signed stays as it is"));
}

bool chain_has_file(const char *folder, size_t number, const struct revision_file *file, struct arena scratch)
{
    struct text bytes;
    const char *path = revision_path(folder, number, file->name, &scratch);
    return whole_file_read(path, file->size, &scratch, &bytes) &&
           text_equal(sha256_text(bytes, &scratch), file->sha256);
}

static void check_files(const char *folder, const struct revision *revision, struct arena scratch,
                        struct faults *faults)
{
    for (size_t i = 0; i < revision->file_count; i++)
        if (!chain_has_file(folder, revision->number, &revision->files[i], scratch))
            warn(revision_path(folder, revision->number, revision->files[i].name, &scratch),
                 MESSAGE("this file of revision {1} is gone, or was changed since it was signed",
                         revision_name(revision->number, &scratch)),
                 faults);
}

void chain_check(const char *folder, size_t newest, struct arena scratch, struct faults *faults)
{
    struct text expected = TEXT(""); /* by the one after it; empty where that tells none */
    for (size_t number = newest; number > 0; number--) {
        struct revision revision;
        bool is_read = revision_read(folder, number, &scratch, faults, &revision);
        if (is_read && expected.length > 0 && !text_equal(revision.manifest, expected))
            warn(revision_path(folder, number, REVISION_MANIFEST, &scratch),
                 MESSAGE("this is not the manifest that revision {1} follows: it was changed",
                         revision_name(number + 1, &scratch)),
                 faults);
        if (is_read)
            check_files(folder, &revision, scratch, faults);
        expected = is_read ? revision.former : TEXT("");
    }
}
