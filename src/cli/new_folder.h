/* A folder that is not there yet, or empty, and is filled whole or stays as it was. */
#ifndef BIWU_NEW_FOLDER_H
#define BIWU_NEW_FOLDER_H

#include "outputs.h"
#include "session.h"

/* Whether `folder` can be filled: it is not there, or holds nothing but hidden files. False, having said that it is wrong
 * usage, where it is something else; false and a failure where it cannot be looked into. */
bool new_folder_is_free(struct session *session, const char *folder);

/* Makes the folder, with those above it that are missing, and in it the tables and, where there are any, the grids in a
 * folder SCORES_FOLDER of its own. Lists them on standard output. Where something could not be written, or the program was
 * interrupted, nothing of it is left: false and one failure. */
bool new_folder_write(const char *folder, const struct outputs *tables, const struct outputs *grids,
                      struct arena scratch, struct faults *faults);

#endif
