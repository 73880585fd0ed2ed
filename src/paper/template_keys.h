/* The keys of template files: a key exists once, as a row here. The reader, `biwu help template` and the documentation
 * read the same rows. */
#ifndef BIWU_TEMPLATE_KEYS_H
#define BIWU_TEMPLATE_KEYS_H

#include "choice.h"
#include "points.h"
#include "template.h"

enum template_key_type {
    TEMPLATE_WORDS, /* struct template_text, as it stands */
    TEMPLATE_PARAGRAPH, /* one more of a list of them, with placeholders: pointer at `offset`, count and capacity behind it */
    TEMPLATE_PLACEHOLDER, /* size_t: enum placeholder, by its name as it stands within {} */
    TEMPLATE_LENGTH,      /* double, in points: millimetres in the file */
    TEMPLATE_PAIR,        /* double[2], as TEMPLATE_LENGTH: 2, -1.5 */
    TEMPLATE_PAPER,       /* double[2], in points: A4, or 210 x 297 */
    TEMPLATE_SIZE,        /* double, in points: 16, or 三号 */
    TEMPLATE_NUMBER,      /* double */
    TEMPLATE_COUNT,       /* double without a fraction */
    TEMPLATE_COLOUR,      /* double: #8E1B1F, or red */
    TEMPLATE_CHOICE,      /* int, by `choices` */
};

struct template_key {
    struct text name;
    enum template_key_type type;
    size_t offset;
    const char *default_value; /* as it would be written; NULL: zero, or nothing */
    bool required;
    points least, most; /* as written */
    const struct choices *choices;
    const char *help; /* English, translatable */
};

struct template_key_table {
    const struct template_key *keys;
    size_t count;
};

/* Of the file's beginning, into struct template; of a [box NAME], into struct template_box. */
extern const struct template_key_table template_page_keys, template_box_keys;

/* Words that stand for a measure or colour: papers, 三号, red. `value` of a paper is its place in template_papers. */
struct template_word {
    struct text name;
    double value, other; /* millimetres of a paper's shorter and longer side; points; 0xRRGGBB */
};
struct template_words {
    const struct template_word *items;
    size_t count;
};
extern const struct template_words template_papers, template_sizes, template_colours;

/* The word of this name, or NULL. */
const struct template_word *template_word_find(const struct template_words *words, struct text name);

#endif
