/* The small words that all sentences about rules are made of. */
#ifndef BIWU_RULE_WORDS_H
#define BIWU_RULE_WORDS_H

#include "wording.h"

/* A text of templates/wording/ in the contest's language, filled in. */
struct text rule_say(const struct rules *rules, struct arena *arena, const char *key, const struct filling *fillings);
/* 本领域; empty where there is one sector alone. */
struct text rule_sector(const struct contest *contest, struct arena *arena);
/* 0.5 */
struct text rule_points(points value, struct arena *arena);
/* The same, empty where nothing is set. */
struct text rule_optional_points(struct optional_points value, struct arena *arena);
/* 8分钟, 1分30秒 */
struct text rule_duration(const struct rules *rules, struct arena *arena, int64_t seconds);
/* 四舍五入保留2位小数; empty for DIGITS_EXACT. */
struct text rule_rounding(const struct rules *rules, struct arena *arena, int digits);
/* A tie key as readers call it, and which way it goes where lower values stand first. */
struct text rule_tie_key(const struct rules *rules, struct arena *arena, const struct tie_key *key);
/* 最好的2个得分之和: what `combine: best` takes of the rounds. */
struct text rule_best(const struct rules *rules, struct arena *arena);
/* 12、10、8 */
struct text rule_points_list(const struct rules *rules, struct arena *arena, const struct points_list *list);

/* Texts that are gathered one by one, with a separator (a key of the wording) between them; empty ones are left out. */
struct listing {
    struct sink sink;
    struct text separator;
    size_t count;
};

struct listing listing_of(const struct rules *rules, struct arena *arena, const char *separator);
void listing_add(struct listing *listing, struct text text);
struct text listing_text(const struct listing *listing);

#endif
