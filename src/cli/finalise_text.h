/* An official result for people: its revision, who signed, and whom it has moved. */
#ifndef BIWU_FINALISE_TEXT_H
#define BIWU_FINALISE_TEXT_H

#include "revision.h"
#include "style.h"

/* A table of what identifies it; `stage` is the name of the stage that it has reached. */
struct text finalise_revision_text(const struct revision *revision, const char *folder, struct text stage,
                                   const struct style *style, struct arena *arena, struct arena scratch);
/* A row a contestant: rank, final score and award, old → new where they differ. Says so where nobody has moved. */
struct text finalise_moves_text(const struct moves *moves, const struct style *style, struct arena *arena,
                                struct arena scratch);
/* A row for each certificate that the correction has made or taken back. Empty where it has none. */
struct text finalise_certificates_text(const struct issued *before, const struct issued *now, const struct style *style,
                                       struct arena *arena, struct arena scratch);

#endif
