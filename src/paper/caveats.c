#include "caveats.h"

#include "rule_words.h"
#include "words.h"

size_t caveat_pending(const struct standings *standings, size_t contestant)
{
    bool competes = sheets_status(standings->sheets, contestant) == STATUS_COMPETING;
    size_t pending = 0;
    for (size_t r = 0; competes && r < standings->contest->rules.round_count; r++)
        pending += standings->results[contestant].rounds[r].pending;
    return pending;
}

struct text caveat_absence(const struct standings *standings, size_t round, size_t contestant)
{
    int word = sheets_word(standings->sheets, round, contestant);
    bool is_zero = word != STATUS_COMPETING && standings->results[contestant].rounds[round].is_scored;
    return is_zero ? words_status((enum language)standings->contest->rules.language, word) : TEXT("");
}

struct text caveat_veto(const struct standings *standings, size_t contestant, const char *const keys[2],
                        struct arena *arena)
{
    const struct rules *rules = &standings->contest->rules;
    struct text reason = standings->contest->contestants[contestant].veto;
    const struct sector_standings *sector;
    if (reason.length == 0 || !standings_find(standings, contestant, &sector))
        return TEXT("");
    return rule_say(rules, arena, keys[rules->promote.is_set], FILL({"reason", reason}));
}
