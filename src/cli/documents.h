/* The documents of a printing under their file names. */
#ifndef BIWU_DOCUMENTS_H
#define BIWU_DOCUMENTS_H

#include "outputs.h"
#include "printing.h"
#include "progress.h"

/* leaderboard.pdf of all sectors, a leaderboard-SECTOR.pdf each, scoresheets.pdf, rules.pdf; as many progress steps as
 * documents_of_report() says. */
bool documents_add_report(struct printing *printing, struct outputs *outputs, struct progress *progress);
size_t documents_of_report(const struct session *session);

/* What is read out, handed on and looked into besides: script.pdf, slips.pdf; where judges scored, marks.pdf; of a complete contest with awards also register.pdf and,
 * where the rules have a notice, notice.pdf. OCCASION_DOCUMENTS progress steps. `teams` of the first ranks are in the
 * register. */
bool documents_add_occasion(struct printing *printing, size_t teams, struct outputs *outputs,
                            struct progress *progress);
enum { OCCASION_DOCUMENTS = 5 };

/* What is needed before there are marks: running-order.pdf, blank-sheets.pdf where judges score, name-plates.pdf,
 * sign-in.pdf; BLANK_DOCUMENTS progress steps. `seed` of the draw may be empty. */
bool documents_add_blank(struct printing *printing, struct text seed, struct outputs *outputs,
                         struct progress *progress);
enum { BLANK_DOCUMENTS = 4 };

/* How many certificates a choice holds. */
size_t certificates_count(const struct session *session, const struct certificate_choice *choice);
/* Whether the result is complete and gives certificates, or a correction has taken some back; `teams` of the first ranks have
 * some. */
bool documents_bear_numbers(const struct session *session, size_t teams);
/* certificates.pdf. */
bool documents_add_certificates(struct printing *printing, const struct certificate_choice *choice,
                                struct outputs *outputs);

#endif
