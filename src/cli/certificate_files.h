/* A certificate file for each holder, made by several threads. */
#ifndef BIWU_CERTIFICATE_FILES_H
#define BIWU_CERTIFICATE_FILES_H

#include "outputs.h"
#include "printing.h"
#include "progress.h"

/* certificate-ID-NAME.pdf for each contestant of the choice, certificate-NAME.pdf for each unit or team, in the order of the list; a
 * progress step for each certificate. False, with a fault, where one cannot be made. */
bool certificate_files_add(struct printing *printing, const struct certificate_choice *choice, struct outputs *outputs,
                           struct progress *progress);

#endif
