/* The names under which files are written before they take their own, and what a killed program left of them. */
#ifndef BIWU_TEMPORARIES_H
#define BIWU_TEMPORARIES_H

#include "text.h"

/* FOLDER/.biwu-PID-NUMBER.tmp of this process. */
const char *temporary_path(const char *folder, size_t number, struct arena *arena);

/* Removes the plain files of such names from a folder that belong to this user and whose process is gone. Those of this
 * process's number too, since a number may come again: call while none of its own is being written. What cannot be
 * removed stays, which is no fault. */
void temporaries_sweep(const char *folder);

#endif
