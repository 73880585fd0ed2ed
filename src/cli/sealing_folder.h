/* The files of a contest folder that belong into its archive. */
#ifndef BIWU_SEALING_FOLDER_H
#define BIWU_SEALING_FOLDER_H

#include "archive.h"
#include "session.h"
#include "template.h"

/* A growing list of an archive's files. */
struct sealing_files {
    struct arena *arena;
    struct container container;
    size_t capacity;
};
/* Adds FOLDER/name, where `folder` ends with a slash. */
void sealing_files_add(struct sealing_files *files, struct text folder, struct text name, struct text bytes);

/* Adds the inputs, which must be those of the official revision, and all revisions. False, reported, otherwise. */
bool sealing_folder_add(struct session *session, struct sealing_files *files);
/* Adds what PDFs are made from, as far as it lies in the contest folder: the template of the certificates and its images, NULL
 * where there are none, and fonts. Warns of what lies elsewhere. */
void sealing_folder_add_looks(struct session *session, const struct template *template, struct sealing_files *files);

#endif
