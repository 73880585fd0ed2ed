/* Text as it stands in the parts of a workbook, gathered piece by piece. */
#ifndef BIWU_XLSX_TEXT_H
#define BIWU_XLSX_TEXT_H

#include "defects.h"

/* Text of which one byte more than a cell may have is kept: enough to tell that it is too long. */
struct xlsx_text {
    struct sink sink;
};

void xlsx_text_add(struct xlsx_text *text, struct text piece);
void xlsx_text_clear(struct xlsx_text *text);

/* Resolves _x000D_ and the like (ECMA-376 part 1, 22.9.2.19) in place, trims, and says what is wrong with the rest.
 * The text is borrowed until the next piece is added. */
enum defect xlsx_text_settle(struct xlsx_text *text, struct text *settled);

/* What is wrong with a text that is settled otherwise. */
enum defect xlsx_text_defect(struct text text);

#endif
