#include "overwriting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "contest_files.h"
#include "contest_inputs.h"
#include "folders.h"
#include "own_wording.h"
#include "plain.h"
#include "revision.h"

static bool is_same(const struct stat *one, const char *path)
{
    struct stat other;
    return stat(path, &other) == 0 && one->st_dev == other.st_dev && one->st_ino == other.st_ino;
}

/* ---- a file that is there, under whatever name ---- */

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

/* ---- a name that would be read ---- */

static bool is_within(const char *path, const char *folder)
{
    char *real = realpath(folder, NULL);
    size_t length = real ? strlen(real) : 0;
    bool is_within = real && strncmp(path, real, length) == 0 && (path[length] == '/' || path[length] == '\0');
    free(real);
    return is_within;
}

static bool is_folder(const char *path, const char *folder)
{
    char *real = realpath(folder, NULL);
    bool is_same = real && strcmp(path, real) == 0;
    free(real);
    return is_same;
}

/* Among the marks a file of any name: every command would warn of one that is no table. */
static bool is_read_by_name(const char *parent, struct text name, const char *folder, struct arena scratch)
{
    bool is_read = contest_files_is_read(name, scratch) || text_equal(name, WORDING_FILE);
    return (is_folder(parent, folder) && is_read) || is_folder(parent, folder_path(folder, SCORES_FOLDER, &scratch)) ||
           is_within(parent, folder_path(folder, REVISIONS_FOLDER, &scratch));
}

/* Where it lies, for free(); NULL: nowhere. */
static char *parent_of(const char *output, struct arena scratch)
{
    const char *slash = strrchr(output, '/');
    struct text above = slash ? (struct text){output, (size_t)(slash - output) + 1} : TEXT(".");
    return realpath(text_to_c(&scratch, above), NULL);
}

static struct text name_of(const char *output)
{
    const char *slash = strrchr(output, '/');
    return text_from_c(slash ? slash + 1 : output);
}

static bool would_be_read(const char *output, const char *folder, struct arena scratch)
{
    char *parent = parent_of(output, scratch);
    bool is_read = parent && is_read_by_name(parent, name_of(output), folder, scratch);
    free(parent);
    return is_read;
}

static bool is_contestants(const char *output, const char *folder, struct arena scratch)
{
    char *parent = parent_of(output, scratch);
    bool is_it = parent && is_folder(parent, folder) && text_equal(name_of(output), TEXT("contestants.csv"));
    free(parent);
    return is_it;
}

/* In any encoding that they may have: a line begins a box, another says where it lies. Archives hold templates and are none. */
static bool is_template(struct text bytes)
{
    bool has_box = text_starts_with(bytes, TEXT("[box ")) || text_contains(bytes, TEXT("\n[box "));
    return !text_starts_with(bytes, TEXT("PK\3\4")) &&
           ((has_box && text_contains(bytes, TEXT("\nleft"))) || text_contains(bytes, TEXT("\n\0[\0b\0o\0x\0 ")));
}

static bool is_picture_or_font(struct text bytes)
{
    static const struct text starts[] = {TEXT_INIT("\x89PNG"), TEXT_INIT("\xFF\xD8\xFF"), TEXT_INIT("OTTO"),
                                         TEXT_INIT("ttcf"),    TEXT_INIT("true\0"),       TEXT_INIT("\0\1\0\0")};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (text_starts_with(bytes, starts[i]))
            return true;
    return false;
}

/* Templates, pictures and fonts, wherever they lie: no command writes their like, and contest.yaml may name them. */
static bool is_look(const char *output, struct arena scratch)
{
    enum { MOST_OF_TEMPLATE = 1 << 20 };
    char *bytes = arena_take_unset(&scratch, MOST_OF_TEMPLATE);
    FILE *file = fopen(output, "rbe");
    struct text front = {bytes, file ? fread(bytes, 1, MOST_OF_TEMPLATE, file) : 0};
    if (file)
        fclose(file);
    return is_picture_or_font(front) || is_template(front);
}

/* What a folder there would receive lay among marks, or among what was signed. */
static bool would_be_read_within(const char *output, const char *folder, struct arena scratch)
{
    char *real = realpath(output, NULL);
    bool is_read = real && (is_folder(real, folder_path(folder, SCORES_FOLDER, &scratch)) ||
                            is_within(real, folder_path(folder, REVISIONS_FOLDER, &scratch)));
    free(real);
    return is_read;
}

bool overwriting_is_refused(struct session *session, bool fills_contestants)
{
    const char *path = session->request.values[OPTION_OUTPUT];
    struct arena scratch = session->memory.scratch;
    struct stat output;
    bool is_there = path && stat(path, &output) == 0, is_file = is_there && S_ISREG(output.st_mode);
    bool is_directory = is_there && S_ISDIR(output.st_mode), is_device = is_there && !is_file && !is_directory;
    for (size_t i = 0; path && !is_device && i < session->request.operand_count; i++) {
        const char *operand = session->request.operands[i];
        if (fills_contestants && is_contestants(path, operand, scratch))
            continue;
        bool is_taken =
            is_file && (is_same(&output, operand) || is_input(&output, operand, session->memory.kept, scratch) ||
                        is_look(path, scratch));
        bool is_read =
            is_directory ? would_be_read_within(path, operand, scratch) : would_be_read(path, operand, scratch);
        if (!is_taken && !is_read)
            continue;
        session_misused(
            session, MESSAGE("-o would write over {1}, or among files there, from which biwu reads", text_from_c(path)),
            MESSAGE("name another file"));
        return true;
    }
    return false;
}
