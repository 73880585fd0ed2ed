/* How far a result has come: 暂定 → 已宣布 → 正式 → 公示 → 公示期满. */
#ifndef BIWU_STAGES_H
#define BIWU_STAGES_H

#include "session.h"
#include "stage_record.h"

/* The name of the stage at which the session's result, of this hash, is: provisional, announced, official, notice or
 * expired. Where a record tells it, that is *record; else its number is 0. */
struct text stages_now(struct session *session, struct text result, struct stage_record *record);

/* The public notice of the session's official result that was recorded last; false: none was. */
bool stages_find_notice(struct session *session, struct stage_record *record);

/* `finalise --stage`: records the stage that the request names, or says what forbids it. */
enum exit_code stages_record(struct session *session);

#endif
