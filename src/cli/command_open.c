#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "archive_file.h"
#include "faults_print.h"
#include "file_names.h"
#include "files.h"
#include "interruptions.h"

/* By its own name where it is there: neither "." nor a link to it can be replaced by a folder. */
static const char *own_path(const char *folder, struct arena *arena)
{
    char *real = realpath(folder, NULL);
    const char *own = real ? text_to_c(arena, text_from_c(real)) : folder;
    free(real);
    return own;
}

/* Whoever started the program there is left in the empty folder that has gone. */
static bool is_working_folder(const char *folder)
{
    struct stat working, named;
    return stat(".", &working) == 0 && stat(folder, &named) == 0 && working.st_dev == named.st_dev &&
           working.st_ino == named.st_ino;
}

/* Where the folder is to be, in two: "a/b/" and "a/b/." are b in a. */
struct destination_parts {
    const char *parent;
    struct text name;
};

static struct destination_parts parts_of(const char *path, struct arena *arena)
{
    struct text whole = text_from_c(path);
    while (file_name_ends_in(whole, TEXT("/")) || file_name_ends_in(whole, TEXT("/.")))
        whole.length--;
    size_t at = whole.length;
    while (at > 0 && whole.bytes[at - 1] != '/')
        at--;
    struct text parent = {whole.bytes, at > 1 ? at - 1 : at};
    return (struct destination_parts){at > 0 ? text_to_c(arena, parent) : ".", {whole.bytes + at, whole.length - at}};
}

static bool write_folder(struct session *session, const char *own, const struct archive *archive)
{
    struct arena *kept = &session->memory.kept;
    struct destination_parts parts = parts_of(own, kept);
    struct container files = archive_file_contest(archive, kept);
    struct interruptions interruptions = interruptions_hold();
    enum whole_outcome outcome = whole_folder_write(parts.parent, parts.name, files.files, files.count,
                                                    session->memory.scratch, &session->faults);
    interruptions_release(&interruptions);
    if (outcome == WHOLE_TAKEN)
        faults_add(&session->faults, SEVERITY_ERROR, (struct place){.file = session_option(session, OPTION_OUTPUT)},
                   MESSAGE("this is there already, and is no empty folder: nothing was written"),
                   MESSAGE("choose another name"));
    return outcome == WHOLE_WRITTEN;
}

static void tell_path(struct session *session, const char *path)
{
    struct sink line = sink_in(&session->memory.kept);
    sink_c(&line, path);
    sink_byte(&line, '\n');
    output_write(sink_written(&line), &session->faults);
}

enum exit_code run_open(struct session *session)
{
    const char *path = session->request.operands[0], *folder = session->request.values[OPTION_OUTPUT];
    struct arena *kept = &session->memory.kept, scratch = session->memory.scratch;
    const char *own = own_path(folder, kept);
    bool is_working = is_working_folder(own);
    struct archive archive;
    session->faults = faults_in(kept);
    if (!archive_file_read(path, kept, scratch, &session->faults, &archive) || !write_folder(session, own, &archive))
        return session_close(session);
    tell_path(session, is_working ? own : folder);
    enum exit_code code = session_close(session);
    faults_print_note(archive.is_signed ? MESSAGE("not changed since it was signed with key {1}",
                                                  public_key_fingerprint(&archive.signer, kept))
                                        : MESSAGE("not signed: anybody can have made this archive"),
                      scratch);
    if (is_working)
        faults_print_note(MESSAGE("the folder that you are in was replaced as a whole: cd . shows its files"), scratch);
    return code;
}
