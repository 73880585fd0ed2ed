/* What paper says: the sentences of templates/wording/, embedded when the library is built.
 *
 * A line there is `key = text`. {name} is filled in; a part in [square brackets] is left out where a value in it is
 * empty. Quotes around a text keep blanks at its ends. **Stars** stay in the text, for the document that knows how to
 * stress; it parts the template at them before it fills it in. */
#ifndef BIWU_WORDING_H
#define BIWU_WORDING_H

#include "contest.h"
#include "index.h"

struct filling {
    const char *name; /* NULL ends a list */
    struct text value;
};

/* FILL({"name", value}, …) */
#define FILL(...) ((const struct filling[]){__VA_ARGS__, {NULL, {NULL, 0}}})

/* The text as it stands, with its placeholders. Needs a key that the files hold. */
struct text wording_plain(enum language language, const char *key);
/* The text filled in; a placeholder that is not among `fillings` stays empty. */
void wording_write(struct sink *sink, enum language language, const char *key, const struct filling *fillings);
/* The same with a template that is not a key's own: a part of one. */
void wording_fill(struct sink *sink, struct text template, const struct filling *fillings);
struct text wording_text(struct arena *arena, enum language language, const char *key, const struct filling *fillings);

/* The user's own sentences, read by wording_changes.h: `value` stays in use, quotes around it are taken off. All of them
 * taken back. Not while anything is printed. */
void wording_change(enum language language, struct text key, struct text value);
void wording_restore(void);
/* What the program itself says, and all its keys. */
struct text wording_built_in(enum language language, struct text key);
struct index wording_keys(enum language language, struct arena *arena);

/* All lines of a language, for a test that holds the two against each other. */
struct text wording_file(enum language language);

#endif
