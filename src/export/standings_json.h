/* The standings as the JSON document of `rank --format json`, and the hash of the result. */
#ifndef BIWU_STANDINGS_JSON_H
#define BIWU_STANDINGS_JSON_H

#include "standings.h"

/* The document, indented by one blank a level, with a final newline. `only_sector` is an index in contest.sectors, or
 * INDEX_NONE for all. Numbers of points are texts; keys that do not apply are absent:
 *   unit         the contestant has none
 *   award        no award fell to the contestant
 *   tie          no tie key decided; in it, `value` where the contestant lacks what the key asks for
 *   score, exact of a round that has no score (possible under combine: best)
 *   dropped      the round does not drop whole sheets
 *   adjustments  nothing was added or taken in the round
 *   reason       the status alone says why there is no rank
 * The same standings give the same bytes. */
struct text standings_json(const struct standings *standings, size_t only_sector, struct arena *arena,
                           struct arena scratch);

/* The result hash in lower-case hexadecimal: SHA-256 of the document of all sectors without the keys `status` and
 * `complete` at its top (and `standing` in a ranking, once there is one), its keys in the order above, in UTF-8, with
 * no blank or newline between tokens or at the end. docs/reference/standings-json.md tells users how to make it
 * again. */
struct text standings_hash(const struct standings *standings, struct arena *arena, struct arena scratch);

#endif
