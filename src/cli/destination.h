/* OUT: a folder, or one file where the name ends in .pdf. */
#ifndef BIWU_DESTINATION_H
#define BIWU_DESTINATION_H

#include "outputs.h"
#include "session.h"

/* False, having said that it is wrong usage, where OUT is one file. */
bool destination_is_folder_for_several(struct session *session, const char *out);
/* Writes the outputs to OUT: into the folder, or the only one of them as the file. */
bool destination_write(struct session *session, const char *out, const struct outputs *outputs);

#endif
