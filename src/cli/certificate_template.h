/* Which template the certificates of a contest are drawn from. */
#ifndef BIWU_CERTIFICATE_TEMPLATE_H
#define BIWU_CERTIFICATE_TEMPLATE_H

#include "session.h"
#include "template.h"

/* Finds and reads the one of --template or else of contest.yaml, into the session's kept memory: one that the program
 * brings, by its name, or a file that ends in .txt. False and a fault otherwise. */
bool certificate_template_read(struct session *session, struct template *template);
/* The path of the file that it is read from; empty where the program brings it. */
struct text certificate_template_path(struct session *session);
/* Of an image that this file's box shows. */
struct text certificate_template_image_path(struct session *session, struct text template_path,
                                            const struct template_box *box);
/* Whether there is what --template names, if it is given; says so otherwise, as wrong usage. */
bool certificate_template_is_there(struct session *session);
/* Reads one from a file; false and a fault otherwise. */
bool certificate_template_read_file(struct session *session, const char *path, struct template *template);

#endif
