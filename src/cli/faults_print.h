/* Faults on standard error, as compilers print them. */
#ifndef BIWU_FAULTS_PRINT_H
#define BIWU_FAULTS_PRINT_H

#include "style.h"

/* All of them by place: `file:line:column: error: what` and a `hint:` line each; of a kind that came more often than it
 * is kept a line with the number of the rest; at the end the numbers of errors and warnings. Nothing where there are
 * none. Sorts the list. */
void faults_print(struct faults *faults, struct arena scratch);

/* The same as a text. */
struct text faults_text(struct faults *faults, const struct style *style, struct arena *arena);

/* One fault of no file: `biwu: error: what` and its hint. */
void faults_print_one(enum severity severity, struct message what, struct message hint, struct arena scratch);
/* What is neither: `biwu: what`. */
void faults_print_note(struct message what, struct arena scratch);

#endif
