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

/* `CFBW-2023-{n:04}` with the number in the place of {n}, {n:4} or {n:04}. */
void certificate_write_number(struct sink *sink, struct text pattern, size_t number);

/* 2023-10-26 as 二〇二三年十月二十六日; other text stays as it is. */
void certificate_write_date(struct sink *sink, struct text date);
/* 一, 二十六; from 100 on in figures. */
void certificate_write_ordinal(struct sink *sink, size_t number);

#endif
