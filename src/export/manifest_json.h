/* manifest.json: what a run wrote, so that the next one knows what it may remove. */
#ifndef BIWU_MANIFEST_JSON_H
#define BIWU_MANIFEST_JSON_H

#include "text.h"

struct manifest_entry {
    struct text name, bytes;
};

struct manifest {
    struct text version; /* of biwu */
    struct text result;  /* the result hash; empty while files are still being written */
    const struct manifest_entry *entries;
    size_t count;
    const struct text *leftover; /* names that may be in the folder and are no part of this */
    size_t leftover_count;
};

/* {"program", "version", "result", "files": [{"name", "size", "sha256"}], "leftover": [name]}, without result and
 * leftover where they are empty. */
struct text manifest_json(const struct manifest *manifest, struct arena *arena, struct arena scratch);

/* All names that a manifest holds, leftover ones too, in `arena`. Only names of plain files are taken: none that is empty, begins with a
 * dot or holds a slash or a NUL. False where the bytes are no manifest. */
bool manifest_names(struct text bytes, struct arena *arena, struct text **names, size_t *count);

#endif
