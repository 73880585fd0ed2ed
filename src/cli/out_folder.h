/* A folder that is written as a whole time and again, with a manifest of what biwu may replace and remove there. */
#ifndef BIWU_OUT_FOLDER_H
#define BIWU_OUT_FOLDER_H

#include "outputs.h"

/* Writes the outputs and a manifest with the hash `result` into `folder`, removes what the former manifest names and the
 * outputs do not hold, and then lists the paths on standard output. Until all is done the manifest vouches for nothing
 * and names both the new and the old: whenever the program is killed, the next run knows what it finds. False and one
 * failure where something could not be written; what could not be removed is a warning and stays in the manifest. */
bool out_folder_replace(const char *folder, const struct outputs *outputs, struct text result, struct arena scratch,
                        struct faults *faults);

#endif
