/* What all documents share while they are made: of which contest, where it is set, the pages so far. */
#ifndef BIWU_DOCUMENT_H
#define BIWU_DOCUMENT_H

#include "contest.h"
#include "edition.h"
#include "flow.h"
#include "wording.h"

/* What documents are made of and where they go. */
struct press {
    const struct contest *contest;
    const struct edition *edition;
    const struct fonts *fonts;
    struct arena *arena;   /* the PDF's bytes go here */
    struct arena scratch;  /* of another region */
    struct faults *faults; /* a character that no font has, a text that does not fit, a library that fails */
};

struct document {
    const struct press *press;
    const struct contest *contest;
    const struct rules *rules;
    enum language language;
    const char *title;    /* a key of the wording */
    struct arena own;     /* what is set lives here */
    struct arena scratch; /* the rest */
    struct arena *arena;  /* &own */
    struct typesetter typesetter;
    struct canvas canvas;
    size_t grave; /* faults before it began */
};

/* No pages yet; the texts of the rules are proofread. The document must stay where it is. */
void document_begin(struct document *document, const struct press *press, const char *title);

/* A page on which a section about `part` of the contest begins, which may be empty, and the bookmark is then the
 * document's title: with a bookmark, headings, and the watermark where it shows a result that is not complete. */
void document_begin_section(struct document *document, struct flow *flow, struct text part, bool is_provisional);

/* The same on a page without headings, which has no bookmark where `part` is empty; and on one without a bookmark. */
void document_begin_plain(struct document *document, struct flow *flow, struct text part, bool is_provisional);
void document_begin_bare(struct document *document, struct flow *flow, struct text part, bool is_provisional);

/* The part, or where it is empty the document's title: a bookmark needs words. */
struct text document_part(const struct document *document, struct text part);

/* The people of a sector, beside the judges: its title, or where it has none, contestants. */
struct text document_contestants(const struct document *document, size_t sector);

/* Footers on all pages. */
void document_draw_footers(struct document *document);

/* The bytes; `part`, which may be empty, goes into the title that readers show. False where faults were reported since
 * the beginning, or where writing fails. Needs a page. */
bool document_end(struct document *document, struct text part, struct text *pdf_bytes);

/* A copy of the rules that is signed by these in place of their own signers: keys of the wording. */
struct rules document_signed_by(struct document *document, const char *const *keys, size_t count);

/* A text of the wording in the document's language. */
struct text document_say(struct document *document, const char *key, const struct filling *fillings);

#endif
