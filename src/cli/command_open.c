#include <string.h>

#include "archive_file.h"
#include "faults_print.h"
#include "files.h"
#include "interruptions.h"

/* Where the folder is to be, in two: "a/b/" is b in a. */
struct destination_parts {
    const char *parent;
    struct text name;
};

static struct destination_parts parts_of(const char *path, struct arena *arena)
{
    struct text whole = text_from_c(path);
    while (whole.length > 1 && whole.bytes[whole.length - 1] == '/')
        whole.length--;
    size_t at = whole.length;
    while (at > 0 && whole.bytes[at - 1] != '/')
        at--;
    struct text parent = {whole.bytes, at > 1 ? at - 1 : at};
    return (struct destination_parts){at > 0 ? text_to_c(arena, parent) : ".", {whole.bytes + at, whole.length - at}};
}

static bool write_folder(struct session *session, const char *folder, const struct archive *archive)
{
    struct arena *kept = &session->memory.kept;
    struct destination_parts parts = parts_of(folder, kept);
    struct container files = archive_file_contest(archive, kept);
    struct interruptions interruptions = interruptions_hold();
    enum whole_outcome outcome = whole_folder_write(parts.parent, parts.name, files.files, files.count,
                                                    session->memory.scratch, &session->faults);
    interruptions_release(&interruptions);
    if (outcome == WHOLE_TAKEN)
        faults_add(&session->faults, SEVERITY_ERROR, (struct place){.file = text_from_c(folder)},
                   MESSAGE("this is there already, and not empty: nothing was written"),
                   MESSAGE("choose another name"));
    return outcome == WHOLE_WRITTEN;
}

enum exit_code run_open(struct session *session)
{
    const char *path = session->request.operands[0], *folder = session->request.values[OPTION_OUTPUT];
    struct arena *kept = &session->memory.kept;
    struct archive archive;
    session->faults = faults_in(kept);
    if (!archive_file_read(path, &session->memory.kept, session->memory.scratch, &session->faults, &archive) ||
        !write_folder(session, folder, &archive))
        return session_close(session);
    struct sink line = sink_in(kept);
    sink_c(&line, folder);
    sink_byte(&line, '\n');
    output_write(sink_written(&line), &session->faults);
    enum exit_code code = session_close(session);
    faults_print_note(archive.is_signed ? MESSAGE("not changed since it was signed with key {1}",
                                                  public_key_fingerprint(&archive.signer, kept))
                                        : MESSAGE("not signed: anybody can have made this archive"),
                      session->memory.scratch);
    return code;
}
