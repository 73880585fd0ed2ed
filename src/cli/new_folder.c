#include "new_folder.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "contest_files.h"
#include "interruptions.h"

/* ---- whether it is free ---- */

static bool say_taken(struct session *session, struct message what)
{
    session_misused(session, what,
                    MESSAGE("nothing was changed; name a folder that does not exist yet, or an empty one"));
    return false;
}

bool new_folder_is_free(struct session *session, const char *folder)
{
    struct stat found;
    struct folder listed;
    struct text name = text_from_c(folder);
    if (stat(folder, &found) != 0)
        return true;
    if (!S_ISDIR(found.st_mode))
        return say_taken(session, MESSAGE("{1} is there already, and is no folder", name));
    if (!folder_list(folder, &session->memory.kept, &session->faults, &listed))
        return false;
    return listed.count == 0 ||
           say_taken(session, MESSAGE("{1} is not empty: {2} is in it", name, text_from_c(listed.names[0])));
}

/* ---- filling it ---- */

/* How much of the path is there: so many bytes of it name a folder that was not made here. */
static size_t length_there(const char *folder, struct arena scratch)
{
    struct stat found;
    size_t length = strlen(folder);
    while (length > 0 && stat(text_to_c(&scratch, (struct text){folder, length}), &found) != 0) {
        while (length > 0 && folder[length - 1] == '/')
            length--;
        while (length > 0 && folder[length - 1] != '/')
            length--;
    }
    return length;
}

static void remove_outputs(const char *folder, const struct outputs *outputs, struct arena scratch)
{
    for (size_t i = 0; i < outputs->count; i++)
        unlink(folder_path(folder, outputs->files[i].name, &scratch));
}

/* Removes the folders that were made here, from the innermost on. */
static void remove_folders(const char *folder, size_t there, struct arena scratch)
{
    for (size_t length = strlen(folder); length > there; length--)
        if (folder[length - 1] != '/' && (folder[length] == '/' || folder[length] == '\0'))
            rmdir(text_to_c(&scratch, (struct text){folder, length}));
}

static bool write_all(const char *folder, const char *scores, const struct outputs *tables, const struct outputs *grids,
                      struct arena scratch, struct faults *faults)
{
    bool has_grids = grids->count > 0;
    return folder_make(has_grids ? scores : folder, faults) &&
           (!has_grids || files_write(scores, grids->files, grids->count, scratch, faults)) &&
           files_write(folder, tables->files, tables->count, scratch, faults);
}

bool new_folder_write(const char *folder, const struct outputs *tables, const struct outputs *grids,
                      struct arena scratch, struct faults *faults)
{
    const char *scores = folder_path(folder, SCORES_FOLDER, &scratch);
    size_t there = length_there(folder, scratch);
    struct interruptions interruptions = interruptions_hold();
    bool is_written = write_all(folder, scores, tables, grids, scratch, faults);
    if (!is_written) {
        remove_outputs(folder, tables, scratch);
        remove_outputs(scores, grids, scratch);
        rmdir(scores);
        remove_folders(folder, there, scratch);
    }
    interruptions_release(&interruptions);
    return is_written && outputs_list(tables, folder, scratch, faults) && outputs_list(grids, scores, scratch, faults);
}
