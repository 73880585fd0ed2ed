/* Names in the order of strokes (姓氏笔画): by the number of strokes of their first character, then by the forms of these, one
 * by one (横竖撇点折); equal first characters by the second, and so on. A name of two characters has a blank between them, and so
 * stands before longer ones of its surname (高富 before 高大富). */
#ifndef BIWU_STROKE_ORDER_H
#define BIWU_STROKE_ORDER_H

#include "text.h"

struct stroke_place;

struct stroke_order {
    const struct stroke_place *items; /* by code point */
    size_t count;
};

/* The 8,105 hanzi of the Table of General Standard Characters. */
struct stroke_order stroke_order_in(struct arena *arena);

/* Bytes to compare: those of a name that comes first are less, by text_compare(). What the table does not have comes behind
 * it, by code point; blanks and dots do not count. */
struct text stroke_order_key(const struct stroke_order *order, struct text name, struct arena *arena);

/* The first hanzi of a name that the table does not have; empty where it has all. */
struct text stroke_order_unknown(const struct stroke_order *order, struct text name);

#endif
