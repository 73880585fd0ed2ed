/* Where the fonts of this system lie: the only includer of fontconfig. */
#ifndef BIWU_FONT_FINDER_H
#define BIWU_FONT_FINDER_H

#include "text.h"

/* fontconfig's own view of the installed fonts; NULL where it cannot be loaded. */
struct font_finder;
struct font_finder *font_finder_new(void);
void font_finder_free(struct font_finder *finder);

struct font_place {
    struct text file; /* lives in the arena that was passed */
    unsigned index;   /* of the font within a collection */
};

/* The installed font of exactly this family (in any of its languages), bold or regular; false where there is none. */
bool font_finder_find(const struct font_finder *finder, struct text family, bool bold, struct arena *arena,
                      struct font_place *place);

#endif
