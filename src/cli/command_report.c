#include "destination.h"
#include "documents.h"

enum exit_code run_report(struct session *session)
{
    const char *out = session->request.values[OPTION_OUTPUT];
    if (!destination_is_folder_for_several(session, out))
        return EXIT_USAGE;
    if (!session_read(session))
        return session_exit(session);

    struct outputs outputs = outputs_in(&session->memory.kept);
    struct progress progress = progress_start(documents_of_report(session));
    struct printing printing;
    bool is_printed = printing_begin(session, &printing) && documents_add_report(&printing, &outputs, &progress);
    printing_end(&printing);
    progress_end(&progress);
    if (is_printed)
        destination_write(session, out, &outputs);
    return session_close(session);
}
