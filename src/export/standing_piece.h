/* One ranked contestant as it stands in `ranking` of the standings' document; `explain` repeats it. */
#ifndef BIWU_STANDING_PIECE_H
#define BIWU_STANDING_PIECE_H

#include "json_pieces.h"
#include "standings.h"

/* What is known at a time, against what the result is: only the latter is hashed. */
enum standing_part { STANDING_WHOLE, STANDING_RESULT };

/* What it makes on the way lies in `scratch`. */
json_t *standing_piece(const struct standings *standings, const struct standing *standing, enum standing_part part,
                       struct arena *scratch);
/* One unranked contestant as it stands in `unranked`. */
json_t *unranked_piece(const struct standings *standings, const struct unranked *unranked, struct arena *scratch);

/* One team of the ranking of units, and one special award that was given. */
json_t *team_piece(const struct contest *contest, const struct team *team, struct arena *scratch);
json_t *special_piece(const struct contest *contest, const struct special_given *given, struct arena *scratch);

#endif
