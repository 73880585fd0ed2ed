/* `biwu help files`: the tables of a contest folder, from the columns that their readers know. */
#ifndef BIWU_HELP_FILES_H
#define BIWU_HELP_FILES_H

#include "style.h"

/* A table a file: column, what else it may be called, whether it must be there, meaning. */
void help_files_write(struct sink *sink, const struct style *style, struct arena scratch);

#endif
