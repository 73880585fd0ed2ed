/* What the reader's parts share: where it is in the file, and what it has found. */
#ifndef BIWU_TEMPLATE_PARTS_H
#define BIWU_TEMPLATE_PARTS_H

#include "template_keys.h"

struct template_reader {
    struct text file; /* its name */
    struct arena *arena;
    struct faults *faults;
    struct template *template;
    const struct template_key_table *keys; /* of the section that is read */
    void *target;                          /* the struct that it fills */
    struct place section;                  /* its heading; of the file's beginning the file */
    struct place printed_on;               /* its value */
    uint64_t given;                        /* of its keys, a bit each */
    struct text line;
    size_t line_number;
};

/* The place of a byte within the current line. */
struct place template_place(const struct template_reader *reader, const char *byte);
void template_fault(struct template_reader *reader, const char *byte, struct message what, struct message hint);

/* Reads a value as its key wants it; a fault otherwise. `value` lies within the current line, or is a default. */
void template_read_value(struct template_reader *reader, const struct template_key *key, struct text value);

/* Parts a text at its braces, brackets and stars, and reports what is wrong with them. */
struct template_paragraph template_read_paragraph(struct template_reader *reader, struct text words);
/* The placeholder of this name; a fault, and PLACEHOLDER_COUNT, where there is none. */
size_t template_read_placeholder(struct template_reader *reader, struct text name);

#endif
