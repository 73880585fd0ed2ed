/* What `check` says on standard output: what was read, and which sheets are still to come. */
#ifndef BIWU_CHECK_TEXT_H
#define BIWU_CHECK_TEXT_H

#include "standings.h"
#include "style.h"

struct text check_text(const struct standings *standings, const struct style *style, struct arena *arena,
                       struct arena scratch);

#endif
