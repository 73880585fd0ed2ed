#include "own_wording.h"

#include <sys/stat.h>

#include "bytes.h"
#include "folders.h"
#include "wording_changes.h"

const char *own_wording_path(struct session *session)
{
    return folder_path(session->request.operands[0], WORDING_FILE, &session->memory.kept);
}

bool own_wording_is_there(struct session *session)
{
    struct stat found; /* of a link itself: one that leads nowhere is there, and cannot be read */
    return lstat(own_wording_path(session), &found) == 0;
}

bool own_wording_read(struct session *session, const struct fonts *fonts)
{
    struct arena *kept = &session->memory.kept;
    enum language language = (enum language)session->contest.rules.language;
    const char *path = own_wording_path(session);
    struct text file = text_from_c(path), raw, text = TEXT("");
    session_note_file(session, path);
    if (!own_wording_is_there(session))
        return wording_changes_read(language, text, file, fonts, kept, &session->faults);
    return bytes_read(path, BYTES_MOST_TEMPLATE, kept, &session->faults, &raw) &&
           encoding_as_utf8(raw, session->request.encoding, file, kept, &session->faults, &text) &&
           wording_changes_read(language, text, file, fonts, kept, &session->faults);
}
