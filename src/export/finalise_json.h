/* `finalise --format json`: whether a result is official, or what keeps it from being so. */
#ifndef BIWU_FINALISE_JSON_H
#define BIWU_FINALISE_JSON_H

#include "blockers.h"
#include "style.h"

struct finalise_report {
    struct text contest;
    bool is_official, is_written;    /* written: by this run */
    struct text stage;               /* provisional, announced, official, notice, expired */
    struct text folder;              /* of the revision; empty: there is none */
    struct text manifest;            /* the bytes of its manifest.json */
    struct text sha256;              /* of those */
    const struct faults *errors;     /* of the files; or NULL */
    const struct faults *signatures; /* what is wrong with them, or lacks; or NULL */
    const struct blockers *blockers; /* or NULL */
};

/* {"contest", "official", "written", "stage", "folder", "sha256", "manifest": {…}, "blockers": [{"kind", "file", "line",
 * "column", "cell", "message", "hint"}], "counted": [{"kind", "count"}]}
 *
 * A kind is one of blocker_names, "error" or "signature"; `counted` are all of a kind, of which the first twenty of a message
 * are listed. Messages are in the language of `style`. */
struct text finalise_json(const struct finalise_report *report, const struct style *style, struct arena *arena,
                          struct arena scratch);

#endif
