/* Numbered sections of prose on a contest's rules: their paragraphs and how they are added. */
#ifndef BIWU_PROSE_H
#define BIWU_PROSE_H

#include "rule_words.h"

struct prose_paragraph {
    struct text label; /* run-in, stressed: （一）书面比武（占30%）。 Empty: none */
    struct text text;
};

struct prose_section {
    struct text heading; /* 一、评分 */
    struct prose_paragraph *paragraphs;
    size_t count, capacity;
};

struct prose {
    const struct contest *contest;
    const struct rules *rules;
    struct arena *arena;
    struct prose_section *sections;
    size_t count, capacity;
};

struct text prose_say(const struct prose *prose, const char *key, const struct filling *fillings);
/* A section with the title of this key, numbered; what is added goes into the last one. */
void prose_begin_section(struct prose *prose, const char *title);
/* A paragraph; nothing for an empty text. */
void prose_add(struct prose *prose, struct text label, struct text text);
/* 一 二 三, or 1 2 3; from 1. */
struct text prose_number(const struct prose *prose, size_t number);

#endif
