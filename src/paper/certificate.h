/* Certificates: a page for each award of a prize-winner or unit, as a template has it. */
#ifndef BIWU_CERTIFICATE_H
#define BIWU_CERTIFICATE_H

#include "certificate_list.h"
#include "document.h"
#include "template.h"

/* One PDF with a page for each certificate of the list, in its order; with none there are no bytes. Long lists are laid out
 * by several threads; the bytes are the same. False, with a fault, where a character has no font, a text does not fit, or a
 * library fails. */
bool certificates_write(const struct press *press, const struct standings *standings, const struct template *template,
                        const struct certificate_list *list, struct text *pdf_bytes);

/* A few certificates of people, units and awards that do not exist, with the longest and strangest names. Those of
 * `press` matters only for its fonts and where the bytes go: the contest is made up, too. */
bool certificate_preview_write(const struct press *press, const struct template *template, struct text *pdf_bytes);

#endif
