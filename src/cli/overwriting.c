#include "overwriting.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "contest_inputs.h"
#include "folders.h"
#include "revision.h"

static bool is_same(const struct stat *one, const char *path)
{
    struct stat other;
    return stat(path, &other) == 0 && one->st_dev == other.st_dev && one->st_ino == other.st_ino;
}

/* Both arenas are given back. */
static bool is_input(const struct stat *output, const char *folder, struct arena listed, struct arena scratch)
{
    struct faults untold = faults_in(&scratch); /* the command finds them, too */
    struct contest_inputs inputs;
    contest_inputs_find(folder, &listed, &untold, &inputs);
    for (size_t i = 0; i < inputs.count; i++)
        if (is_same(output, inputs.items[i].path))
            return true;
    return false;
}

static bool is_of_revisions(const char *output, const char *folder, struct arena scratch)
{
    char *file = realpath(output, NULL), *revisions = realpath(folder_path(folder, REVISIONS_FOLDER, &scratch), NULL);
    size_t length = revisions ? strlen(revisions) : 0;
    bool is_within = file && revisions && strncmp(file, revisions, length) == 0 && file[length] == '/';
    free(file);
    free(revisions);
    return is_within;
}

bool overwriting_is_refused(struct session *session)
{
    const char *path = session->request.values[OPTION_OUTPUT];
    struct arena scratch = session->memory.scratch;
    struct stat output;
    bool is_file = path && stat(path, &output) == 0 && S_ISREG(output.st_mode);
    for (size_t i = 0; is_file && i < session->request.operand_count; i++) {
        const char *operand = session->request.operands[i];
        if (!is_same(&output, operand) && !is_input(&output, operand, session->memory.kept, scratch) &&
            !is_of_revisions(path, operand, scratch))
            continue;
        session_misused(session, MESSAGE("-o would write over {1}, from which biwu reads", text_from_c(path)),
                        MESSAGE("name another file"));
        return true;
    }
    return false;
}
