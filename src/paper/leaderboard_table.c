#include "leaderboard_table.h"

#include "glue.h"
#include "palette.h"
#include "score_text.h"
#include "wording.h"

/* Rank, name, final score; the others only where somebody has something in them. */
enum { COLUMNS_ALWAYS = 3 };

static const double DRAW_NARROWEST = 3; /* heads: its own stays on one line */
static const double NAME_NARROWEST = MM(14);

static const uint32_t medals[] = {MEDAL_GOLD, MEDAL_SILVER, MEDAL_BRONZE};

/* ---- heads ---- */

/* Which columns there are, and where each part of a row begins. */
struct plan {
    bool has_draw, has_unit, has_award;
    size_t column_count;
    const struct style *styles;
};

static struct table_cell plain(const struct plan *plan, struct text text)
{
    return (struct table_cell){.text = text, .style = &plan->styles[TABLE_PLAIN]};
}

static struct table_cell strong(const struct plan *plan, struct text text)
{
    return (struct table_cell){.text = text, .style = &plan->styles[TABLE_STRONG]};
}

static struct plan plan_of(const struct contest *contest, const struct sector_standings *sector,
                           const struct style *styles)
{
    struct plan plan = {.styles = styles, .has_award = contest->rules.award_count > 0};
    for (size_t i = 0; i < sector->ranking_count; i++) {
        const struct contestant *contestant = &contest->contestants[sector->ranking[i].placing.contestant];
        plan.has_draw |= contestant->draw > 0;
        plan.has_unit |= contestant->unit.length > 0;
    }
    plan.column_count = COLUMNS_ALWAYS + (size_t)plan.has_draw + (size_t)plan.has_unit + (size_t)plan.has_award;
    plan.column_count += contest->rules.round_count > 1 ? contest->rules.round_count : 0;
    return plan;
}

static struct column column_of(struct text head, enum alignment alignment)
{
    return (struct column){.head = head, .alignment = alignment, .most_lines = 1};
}

static void set_columns(struct table *table, const struct plan *plan, const struct rules *rules)
{
    enum language language = (enum language)rules->language;
    struct column *next = table->columns;
    *next++ = column_of(wording_plain(language, "leaderboard.rank"), ALIGN_CENTRE);
    if (plan->has_draw) {
        *next = column_of(wording_plain(language, "leaderboard.draw"), ALIGN_CENTRE);
        next->least = DRAW_NARROWEST * plan->styles[TABLE_HEAD].size;
        next++;
    }
    *next = column_of(wording_plain(language, "leaderboard.name"), ALIGN_LEFT);
    next->least = NAME_NARROWEST;
    next->takes_rest = !plan->has_unit;
    next++;
    if (plan->has_unit) {
        *next = column_of(wording_plain(language, "leaderboard.unit"), ALIGN_LEFT);
        next->takes_rest = true;
        next->most_lines = 2;
        next++;
    }
    for (size_t i = 0; rules->round_count > 1 && i < rules->round_count; i++)
        *next++ = column_of(rules->rounds[i].name, ALIGN_NUMBER);
    *next++ = column_of(wording_plain(language, "leaderboard.final"), ALIGN_NUMBER);
    if (plan->has_award) {
        *next = column_of(wording_plain(language, "leaderboard.award"), ALIGN_LEFT);
        next->has_dots = true;
        next->most_lines = 2;
    }
}

/* ---- rows ---- */

static struct table_cell round_cell(const struct plan *plan, const struct rules *rules,
                                    const struct round_result *round, struct arena *arena)
{
    if (!round->is_scored)
        return plain(plan, wording_plain((enum language)rules->language, "none"));
    return plain(plan, score_text(rules, round->score, arena));
}

/* The first three awards bear the colours of medals; their names say the same. */
static struct table_cell award_cell(const struct plan *plan, const struct rules *rules, size_t award)
{
    if (award == INDEX_NONE)
        return plain(plan, TEXT(""));
    /* Upright strokes: bold Song draws 一二三等奖 so thin that they look less than 优秀奖. */
    struct table_cell cell = {.text = rules->awards[award].name, .style = &plan->styles[TABLE_HEAD]};
    cell.has_dot = award < sizeof medals / sizeof *medals && !rules->awards[award].rest;
    cell.dot = cell.has_dot ? medals[award] : 0;
    return cell;
}

static void set_row(struct table_cell *next, const struct plan *plan, const struct contest *contest,
                    const struct standing *standing, struct arena *arena)
{
    const struct rules *rules = &contest->rules;
    const struct contestant *contestant = &contest->contestants[standing->placing.contestant];
    *next++ = strong(plan, number_text((int64_t)standing->placing.rank, arena));
    if (plan->has_draw)
        *next++ = plain(plan, contestant->draw > 0 ? number_text(contestant->draw, arena) : TEXT(""));
    *next++ = plain(plan, glue_text(contestant->name, arena));
    if (plan->has_unit)
        *next++ = plain(plan, contestant->unit);
    for (size_t i = 0; rules->round_count > 1 && i < rules->round_count; i++)
        *next++ = round_cell(plan, rules, &standing->placing.result->rounds[i], arena);
    *next++ = strong(plan, score_text(rules, standing->placing.result->final, arena));
    if (plan->has_award)
        *next = award_cell(plan, rules, standing->award);
}

struct table leaderboard_table(const struct standings *standings, const struct sector_standings *sector,
                               const struct style *styles, double gap, struct arena *arena)
{
    const struct contest *contest = standings->contest;
    struct plan plan = plan_of(contest, sector, styles);
    struct table table = table_with(arena, plan.column_count, sector->ranking_count, &styles[TABLE_HEAD], gap);
    set_columns(&table, &plan, &contest->rules);
    for (size_t i = 0; i < sector->ranking_count; i++) {
        table.places[i] = contest->contestants[sector->ranking[i].placing.contestant].place;
        set_row(table_at(&table, i, 0), &plan, contest, &sector->ranking[i], arena);
    }
    return table;
}
