#include "leaderboard_teams.h"

#include "glue.h"
#include "rule_words.h"
#include "score_text.h"

enum { COLUMN_RANK, COLUMN_TEAM, COLUMN_SCORE, COLUMN_MEMBERS, COLUMNS };
enum { MEMBER_LINES = 60 }; /* of all who count, where all of a county do */

static struct text by_text(const struct rules *rules, struct arena *arena)
{
    const char *key = rules->teams.by == TEAMS_BY_UNIT ? "leaderboard.team.unit" : "leaderboard.team.county";
    return rule_say(rules, arena, key, NULL);
}

struct text leaderboard_teams_rules(const struct rules *rules, struct arena *arena)
{
    const struct teams *teams = &rules->teams;
    if (!teams->is_set)
        return TEXT("");
    return rule_say(
        rules, arena, teams->method == TEAMS_SUM ? "leaderboard.teams.rules" : "leaderboard.teams.rules.points",
        FILL({"by", by_text(rules, arena)}, {"best", teams->best > 0 ? number_text(teams->best, arena) : TEXT("")},
             {"points", rule_points_list(rules, arena, &teams->points)}));
}

/* 甲 91.96, or where places earn points 甲（社区第1名）. */
static struct text member_text(const struct standings *standings, size_t contestant, struct arena *arena)
{
    const struct contest *contest = standings->contest;
    const struct rules *rules = &contest->rules;
    const struct sector_standings *sector;
    const struct standing *standing = standings_find(standings, contestant, &sector);
    struct text name = glue_text(contest->contestants[contestant].name, arena);
    if (rules->teams.method == TEAMS_SUM)
        return rule_say(rules, arena, "leaderboard.team.member",
                        FILL({"name", name}, {"score", score_text(rules, standing->placing.result->final, arena)}));
    return rule_say(rules, arena, "leaderboard.team.placed",
                    FILL({"name", name}, {"sector", contest_sector_title(contest, sector->sector)},
                         {"rank", number_text((int64_t)standing->placing.rank, arena)}));
}

static struct text members_text(const struct standings *standings, const struct team *team, struct arena *arena)
{
    struct listing members = listing_of(&standings->contest->rules, arena, "list.separator");
    for (size_t i = 0; i < team->member_count; i++)
        listing_add(&members, member_text(standings, team->members[i], arena));
    return listing_text(&members);
}

/* All totals with the same digits: those of the finals, or as many as shared points need, four at the most. */
static int digits_of(const struct standings *standings)
{
    const struct rules *rules = &standings->contest->rules;
    int digits = rules->teams.method == TEAMS_SUM ? rules->digits : 0;
    for (size_t i = 0; i < standings->teams.count; i++) {
        int used = exact_digits_used(standings->teams.items[i].score);
        used = used < 0 || used > POINTS_DIGITS ? POINTS_DIGITS : used;
        digits = used > digits ? used : digits;
    }
    return digits;
}

static void set_columns(struct table *table, const struct rules *rules, struct arena *arena)
{
    static const char *const heads[COLUMNS] = {"leaderboard.rank", NULL, "leaderboard.team.score",
                                               "leaderboard.team.members"};
    static const enum alignment alignments[COLUMNS] = {ALIGN_CENTRE, ALIGN_LEFT, ALIGN_NUMBER, ALIGN_LEFT};
    for (size_t i = 0; i < COLUMNS; i++)
        table->columns[i] =
            (struct column){.head = heads[i] ? rule_say(rules, arena, heads[i], NULL) : by_text(rules, arena),
                            .alignment = alignments[i],
                            .most_lines = 1};
    table->columns[COLUMN_TEAM].most_lines = 2;
    table->columns[COLUMN_MEMBERS].most_lines = MEMBER_LINES;
    table->columns[COLUMN_MEMBERS].takes_rest = true;
}

struct table leaderboard_teams_table(const struct standings *standings, const struct style *styles, double gap,
                                     struct arena *arena)
{
    const struct contest *contest = standings->contest;
    const struct teams_ranking *teams = &standings->teams;
    struct table table = table_with(arena, COLUMNS, teams->count, &styles[TABLE_HEAD], gap);
    int digits = digits_of(standings);
    set_columns(&table, &contest->rules, arena);
    for (size_t i = 0; i < teams->count; i++) {
        const struct team *team = &teams->items[i];
        struct table_cell *cells = table_at(&table, i, 0);
        struct text score = score_text_to(&contest->rules, team->score, digits, arena);
        if (team->member_count > 0)
            table.places[i] = contest->contestants[team->members[0]].place;
        cells[COLUMN_RANK] =
            (struct table_cell){.text = number_text((int64_t)team->rank, arena), .style = &styles[TABLE_STRONG]};
        cells[COLUMN_TEAM] = (struct table_cell){.text = team->name, .style = &styles[TABLE_PLAIN]};
        cells[COLUMN_SCORE] = (struct table_cell){.text = score, .style = &styles[TABLE_STRONG]};
        cells[COLUMN_MEMBERS] =
            (struct table_cell){.text = members_text(standings, team, arena), .style = &styles[TABLE_PLAIN]};
    }
    return table;
}
