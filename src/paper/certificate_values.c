#include "certificate_values.h"
#include "certificate_words.h"

#include "certificate_list.h"
#include "glue.h"
#include "imprint.h"
#include "rule_words.h"
#include "score_text.h"
#include "words.h"

enum { UNBROKEN = 12 }; /* letters */

static struct text date_text(const struct rules *rules, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    if (rules->language == LANGUAGE_ENGLISH)
        words_write_date(&sink, LANGUAGE_ENGLISH, rules->date);
    else
        certificate_write_date(&sink, rules->date);
    return sink_written(&sink);
}

struct text certificate_glued_if_short(struct text text, struct arena *arena)
{
    return text_characters(text) <= UNBROKEN ? glue_text(text, arena) : text;
}

static void add_person(struct text of[], const struct contest *contest, size_t number, struct arena *arena)
{
    const struct contestant *contestant = &contest->contestants[number];
    of[PLACE_NAME] = of[PLACE_PERSON] = glue_text(contestant->name, arena);
    of[PLACE_UNIT] = contestant->unit;
    of[PLACE_TITLE] = contestant->title;
    of[PLACE_COUNTY] = contestant->county;
    of[PLACE_SECTOR] = contest_sector_title(contest, contestant->sector);
    of[PLACE_ID] = glue_text(contestant->id, arena);
    if (contestant->draw > 0)
        of[PLACE_DRAW] = number_text(contestant->draw, arena);
}

/* ---- teams ---- */

static struct text members_text(const struct contest *contest, const struct team *team, struct arena *arena)
{
    struct listing members = listing_of(&contest->rules, arena, "list.separator");
    for (size_t i = 0; i < team->member_count; i++)
        listing_add(&members, glue_text(contest->contestants[team->members[i]].name, arena));
    return listing_text(&members);
}

static void add_team(struct text of[], const struct contest *contest, const struct team *team, struct arena *arena)
{
    const struct rules *rules = &contest->rules;
    int used = exact_digits_used(team->score);
    int digits = rules->teams.method == TEAMS_SUM ? rules->digits : 0;
    digits = used < 0 || used > POINTS_DIGITS ? POINTS_DIGITS : used > digits ? used : digits;
    of[PLACE_AWARD] = certificate_team_award(rules, team->rank, arena);
    of[PLACE_RANK] = number_text((int64_t)team->rank, arena);
    of[PLACE_FINAL] = score_text_to(rules, team->score, digits, arena);
    of[PLACE_MEMBERS] = members_text(contest, team, arena);
}

/* ---- all ---- */

struct certificate_values certificate_values_of_contest(const struct rules *rules, struct text heading,
                                                        struct arena *arena)
{
    return (struct certificate_values){.of = {[PLACE_HEADING] = heading,
                                              [PLACE_CONTEST] = rules->title,
                                              [PLACE_LEVEL] = rules->level,
                                              [PLACE_VENUE] = rules->venue,
                                              [PLACE_DATE] = date_text(rules, arena),
                                              [PLACE_HOSTS] = imprint_hosts(rules, arena)}};
}

struct certificate_values certificate_values_of(const struct certificate_values *contest,
                                                const struct standings *standings,
                                                const struct certificate *certificate, struct arena *arena)
{
    const struct rules *rules = &standings->contest->rules;
    struct certificate_values values = *contest;
    values.of[PLACE_NUMBER] = glue_text(certificate->printed, arena);
    if (!certificate->team)
        values.of[PLACE_AWARD] = certificate_glued_if_short(certificate_award(rules, certificate->award), arena);
    if (certificate->contestant == INDEX_NONE) {
        values.of[PLACE_NAME] = values.of[PLACE_TEAM] = certificate_glued_if_short(certificate->unit, arena);
        if (certificate->team)
            add_team(values.of, standings->contest, certificate->team, arena);
        return values;
    }
    add_person(values.of, standings->contest, certificate->contestant, arena);
    if (certificate->standing) {
        const struct placing *placing = &certificate->standing->placing;
        values.of[PLACE_RANK] = number_text((int64_t)placing->rank, arena);
        values.of[PLACE_FINAL] = score_text(rules, placing->result->final, arena);
    }
    return values;
}
