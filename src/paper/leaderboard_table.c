#include "leaderboard_table.h"

#include "caveats.h"
#include "glue.h"
#include "palette.h"
#include "rules_wording.h"
#include "score_text.h"

/* Rank, name, final score; the others only where somebody has something in them. */
enum { COLUMNS_ALWAYS = 3 };

static const double DRAW_NARROWEST = 3; /* heads: its own stays on one line */
static const double NAME_NARROWEST = MM(14);

static const struct {
    enum symbol symbol;
    uint32_t colour;
} medals[] = {{SYMBOL_STAR, MEDAL_GOLD}, {SYMBOL_DISC, MEDAL_SILVER}, {SYMBOL_RING, MEDAL_BRONZE}};

/* ---- heads ---- */

/* Which columns there are, and where each part of a row begins. */
struct plan {
    bool has_draw, has_unit, has_rounds, has_adjustments, has_award;
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

/* Whether anybody who is ranked has points added to the final or taken from it. */
static bool has_final_adjustments(const struct contest *contest, const struct sector_standings *sector)
{
    for (size_t i = 0; final_has_adjustments(contest) && i < sector->ranking_count; i++)
        if (sector->ranking[i].placing.result->adjustments != 0)
            return true;
    return false;
}

static struct plan plan_of(const struct contest *contest, const struct sector_standings *sector, bool has_rounds,
                           const struct style *styles)
{
    struct plan plan = {.styles = styles,
                        .has_adjustments = has_final_adjustments(contest, sector),
                        .has_award = contest->rules.award_count > 0};
    /* The only round's score is the final, unless something is added to it. */
    plan.has_rounds = has_rounds && (contest->rules.round_count > 1 || plan.has_adjustments);
    for (size_t i = 0; i < sector->ranking_count; i++) {
        const struct contestant *contestant = &contest->contestants[sector->ranking[i].placing.contestant];
        plan.has_draw |= contestant->draw > 0;
        plan.has_unit |= contestant->unit.length > 0;
    }
    plan.column_count = COLUMNS_ALWAYS + (size_t)plan.has_draw + (size_t)plan.has_unit + (size_t)plan.has_award;
    plan.column_count += (plan.has_rounds ? contest->rules.round_count : 0) + (size_t)plan.has_adjustments;
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
    for (size_t i = 0; plan->has_rounds && i < rules->round_count; i++)
        *next++ = column_of(rules->rounds[i].name, ALIGN_NUMBER);
    if (plan->has_adjustments)
        *next++ = column_of(wording_plain(language, "leaderboard.adjustments"), ALIGN_NUMBER);
    const char *final = rules_lower_first(rules) ? "leaderboard.ranks" : "leaderboard.final";
    *next++ = column_of(wording_plain(language, final), ALIGN_NUMBER);
    if (plan->has_award) {
        *next = column_of(wording_plain(language, "leaderboard.award"), ALIGN_LEFT);
        next->has_symbols = true;
        next->most_lines = 2;
    }
}

/* ---- rows ---- */

/* 缺席 0.00 where a round that was not attended counts so. */
static struct text beside_absence(const struct standings *standings, size_t round, size_t contestant, struct text score,
                                  struct arena *arena)
{
    struct text status = caveat_absence(standings, round, contestant);
    if (status.length == 0)
        return score;
    return rule_say(&standings->contest->rules, arena, "absent.zero", FILL({"status", status}, {"score", score}));
}

static struct table_cell round_cell(const struct plan *plan, const struct standings *standings, size_t contestant,
                                    size_t number, struct arena *arena)
{
    const struct rules *rules = &standings->contest->rules;
    const struct round_result *round = &standings->results[contestant].rounds[number];
    if (!round->is_scored)
        return plain(plan, wording_plain((enum language)rules->language, "none"));
    return plain(plan, beside_absence(standings, number, contestant, score_text(rules, round->score, arena), arena));
}

/* With a star while sheets are missing. The only round has no column of its own. */
static struct table_cell final_cell(const struct plan *plan, const struct standings *standings,
                                    const struct placing *placing, struct arena *arena)
{
    const struct rules *rules = &standings->contest->rules;
    struct text score = score_text(rules, placing->result->final, arena);
    if (rules->round_count == 1 && !plan->has_rounds)
        score = beside_absence(standings, 0, placing->contestant, score, arena);
    if (caveat_pending(standings, placing->contestant) > 0)
        score = rule_say(rules, arena, "leaderboard.incomplete", FILL({"score", score}));
    return strong(plan, score);
}

/* Empty for nothing; what is added bears its sign. */
static struct text adjustment_text(const struct rules *rules, points value, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    struct exact exact = exact_from_points(arena, value);
    int digits = exact_digits_used(exact);
    if (value > 0)
        sink_byte(&sink, '+');
    if (value != 0)
        sink_text(&sink, decimal_text(exact, digits > rules->digits ? digits : rules->digits, arena));
    return sink_written(&sink);
}

/* The first three awards bear medals, told apart by shape as well as colour; their names say the same. */
static struct table_cell award_cell(const struct plan *plan, const struct contest *contest,
                                    const struct standing *standing)
{
    const struct rules *rules = &contest->rules;
    size_t award = standing->award;
    if (contest->contestants[standing->placing.contestant].veto.length > 0)
        return (struct table_cell){.text = wording_plain((enum language)rules->language, "leaderboard.vetoed"),
                                   .style = &plan->styles[TABLE_QUIET]};
    if (award == INDEX_NONE)
        return plain(plan, TEXT(""));
    /* Upright strokes: bold Song draws 一二三等奖 so thin that they look less than 优秀奖. */
    struct table_cell cell = {.text = rules->awards[award].name, .style = &plan->styles[TABLE_HEAD]};
    if (award < sizeof medals / sizeof *medals && !rules->awards[award].rest) {
        cell.symbol = medals[award].symbol;
        cell.colour = medals[award].colour;
    }
    return cell;
}

static void set_row(struct table_cell *next, const struct plan *plan, const struct standings *standings,
                    const struct standing *standing, struct arena *arena)
{
    const struct contest *contest = standings->contest;
    const struct rules *rules = &contest->rules;
    const struct contestant *contestant = &contest->contestants[standing->placing.contestant];
    *next++ = strong(plan, number_text((int64_t)standing->placing.rank, arena));
    if (plan->has_draw)
        *next++ = plain(plan, contestant->draw > 0 ? number_text(contestant->draw, arena) : TEXT(""));
    *next++ = plain(plan, glue_text(contestant->name, arena));
    if (plan->has_unit)
        *next++ = plain(plan, contestant->unit);
    for (size_t i = 0; plan->has_rounds && i < rules->round_count; i++)
        *next++ = round_cell(plan, standings, standing->placing.contestant, i, arena);
    if (plan->has_adjustments)
        *next++ = plain(plan, adjustment_text(rules, standing->placing.result->adjustments, arena));
    *next++ = final_cell(plan, standings, &standing->placing, arena);
    if (plan->has_award)
        *next = award_cell(plan, contest, standing);
}

/* Over the first of those who did not enter a stage: that they did not. */
static struct text caption_text(const struct rules *rules, const struct sector_standings *sector, size_t at,
                                struct arena *arena)
{
    size_t stage = sector->ranking[at].placing.result->stage;
    if (stage + 1 == rules->stage_count || (at > 0 && sector->ranking[at - 1].placing.result->stage == stage))
        return TEXT("");
    return rule_say(rules, arena, "leaderboard.behind",
                    FILL({"round", rules->rounds[rules->stages[stage + 1].since].name}));
}

struct table leaderboard_table(const struct standings *standings, const struct sector_standings *sector,
                               bool has_rounds, const struct style *styles, double gap, struct arena *arena)
{
    const struct contest *contest = standings->contest;
    struct plan plan = plan_of(contest, sector, has_rounds, styles);
    struct table table = table_with(arena, plan.column_count, sector->ranking_count, &styles[TABLE_HEAD], gap);
    set_columns(&table, &plan, &contest->rules);
    for (size_t i = 0; i < sector->ranking_count; i++) {
        table.places[i] = contest->contestants[sector->ranking[i].placing.contestant].place;
        table.captions[i] = caption_text(&contest->rules, sector, i, arena);
        set_row(table_at(&table, i, 0), &plan, standings, &sector->ranking[i], arena);
    }
    return table;
}

/* ---- rounds apart ---- */

enum { ROUNDS_FROM = 2 }; /* behind rank and name */

static void set_round_columns(struct table *table, const struct rules *rules, size_t first, size_t count)
{
    enum language language = (enum language)rules->language;
    table->columns[0] = column_of(wording_plain(language, "leaderboard.rank"), ALIGN_CENTRE);
    table->columns[1] = column_of(wording_plain(language, "leaderboard.name"), ALIGN_LEFT);
    table->columns[1].least = NAME_NARROWEST;
    table->columns[1].group = 1;
    for (size_t i = 0; i < count; i++) {
        table->columns[ROUNDS_FROM + i] = column_of(rules->rounds[first + i].name, ALIGN_NUMBER);
        table->columns[ROUNDS_FROM + i].group = ROUNDS_FROM;
    }
}

struct table leaderboard_rounds_table(const struct standings *standings, const struct sector_standings *sector,
                                      size_t first, size_t count, const struct style *styles, double gap,
                                      struct arena *arena)
{
    const struct contest *contest = standings->contest;
    struct plan plan = {.styles = styles};
    struct table table = table_with(arena, ROUNDS_FROM + count, sector->ranking_count, &styles[TABLE_HEAD], gap);
    set_round_columns(&table, &contest->rules, first, count);
    for (size_t i = 0; i < sector->ranking_count; i++) {
        const struct placing *placing = &sector->ranking[i].placing;
        const struct contestant *contestant = &contest->contestants[placing->contestant];
        struct table_cell *cells = table_at(&table, i, 0);
        table.places[i] = contestant->place;
        cells[0] = strong(&plan, number_text((int64_t)placing->rank, arena));
        cells[1] = plain(&plan, glue_text(contestant->name, arena));
        for (size_t k = 0; k < count; k++)
            cells[ROUNDS_FROM + k] = round_cell(&plan, standings, placing->contestant, first + k, arena);
    }
    return table;
}
