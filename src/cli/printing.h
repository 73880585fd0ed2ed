/* The paper wing's documents of what a session has read, as the bytes of PDF files. */
#ifndef BIWU_PRINTING_H
#define BIWU_PRINTING_H

#include "attestations.h"
#include "edition.h"
#include "fonts.h"
#include "session.h"
#include "template.h"

struct press; /* document.h */

/* What all documents of a session share. */
struct printing {
    struct session *session;
    struct edition edition;
    struct attester attester;
    struct fonts *fonts;
    struct template certificates; /* for print_certificates() alone */
};

/* Opens the fonts, takes the hash of the standings, and, where they are complete, opens the key that signs them, which may
 * ask for its password; false and a fault where fonts fail. printing_end() in both cases. */
bool printing_begin(struct session *session, struct printing *printing);
/* The same where there are no standings: for documents without a result. */
bool printing_begin_blank(struct session *session, struct printing *printing);
/* The same where there is no contest folder, and so no wording.txt. */
bool printing_begin_plain(struct session *session, struct printing *printing);
/* What comes after the fonts: the hash, and the key. */
void printing_vouch(struct printing *printing);
void printing_end(struct printing *printing);

/* Warns where Song stands in for Kai, and it is asked for in running text (`body`) or names. Call it once a command. */
void printing_warn_of_kai(const struct printing *printing, bool body, bool name);
/* The same, for what a template asks for. */
void printing_warn_of_template(const struct printing *printing, const struct template *template);

/* What the paper wing takes: the session's memory and faults, for one thread. */
struct press printing_press(const struct printing *printing);

/* Each gives the bytes, in the session's kept memory, or false and a fault. `sector` INDEX_NONE: all of them. */
bool print_leaderboard(struct printing *printing, size_t sector, struct text *pdf);
bool print_marks(struct printing *printing, struct text *pdf); /* where there are judges' sheets */
bool print_scoresheets(struct printing *printing, struct text *pdf);
bool print_rules(struct printing *printing, struct text *pdf);
/* Need only who takes part; `seed` may be empty. *pages of the blank sheets may be 0: then there are no bytes. */
bool print_running_order(struct printing *printing, struct text seed, struct text *pdf);
bool print_blank_sheets(struct printing *printing, struct text *pdf, size_t *pages);
bool print_name_plates(struct printing *printing, struct text *pdf);
bool print_sign_in_sheet(struct printing *printing, struct text *pdf);
bool print_announcer_script(struct printing *printing, struct text *pdf);
bool print_result_slips(struct printing *printing, struct text *pdf);
/* Where the rules have a notice, and somebody has an award. */
bool print_notice(struct printing *printing, struct text *pdf);
/* Where there are certificates; with those of the teams up to this rank. */
bool print_certificate_register(struct printing *printing, size_t teams, struct text *pdf);
bool print_certificates(struct printing *printing, const struct certificate_choice *choice, struct text *pdf);
/* Of a contest that is made up; needs no more than the fonts. */
bool print_certificate_preview(struct printing *printing, const struct template *template, struct text *pdf);

#endif
