#include "destination.h"

static bool destination_is_file(const char *out)
{
    return file_name_ends_in(text_from_c(out), TEXT(".pdf"));
}

bool destination_is_folder_for_several(struct session *session, const char *out)
{
    if (!destination_is_file(out))
        return true;
    session_misused(session, MESSAGE("{1} is one file, and several are to be written", text_from_c(out)),
                    MESSAGE("name a folder"));
    return false;
}

bool destination_write(struct session *session, const char *out, const struct outputs *outputs)
{
    struct arena scratch = session->memory.scratch;
    if (!destination_is_file(out))
        return outputs_write(outputs, out, scratch, &session->faults);

    struct sink path = sink_in(&scratch);
    sink_c(&path, out);
    sink_byte(&path, '\n');
    return file_write(out, outputs->files[0].bytes, scratch, &session->faults) &&
           output_write(sink_written(&path), &session->faults);
}
