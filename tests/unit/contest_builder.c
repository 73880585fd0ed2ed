#include "contest_builder.h"

#include <stdio.h>
#include <string.h>

#include "unit.h"

points builder_points(const char *written)
{
    points value = 0;
    CU_ASSERT_EQUAL_FATAL(points_read(text_from_c(written), &value), POINTS_READ);
    return value;
}

struct optional_points builder_set(const char *written)
{
    return (struct optional_points){true, builder_points(written)};
}

struct text builder_fraction(struct exact value)
{
    struct sink sink = sink_in(unit_arena());
    exact_write_fraction(&sink, value);
    return sink_written(&sink);
}

static struct faults faults;

struct faults *builder_faults(void)
{
    return &faults;
}

bool builder_reported(const char *format)
{
    for (size_t i = 0; i < faults.count; i++)
        if (strcmp(faults.items[i].what.format, format) == 0)
            return true;
    return false;
}

static struct text numbered(char letter, size_t number)
{
    struct sink sink = sink_in(unit_arena());
    sink_byte(&sink, letter);
    sink_integer(&sink, (int64_t)number);
    return text_copy(unit_arena(), sink_written(&sink));
}

struct rules builder_rules(size_t count)
{
    faults = faults_in(unit_arena());
    struct rules rules = {.title = TEXT("比赛"), .digits = 2, .best = 1, .round_count = count};
    rules.rounds = ARENA_ARRAY(unit_arena(), struct round, count);
    for (size_t i = 0; i < count; i++) {
        rules.rounds[i] = (struct round){.id = numbered('r', i + 1),
                                         .own = {.drop = {.high = 1, .low = 1, .by = DROP_BY_SHEET},
                                                 .min_sheets = 1,
                                                 .panel_digits = DIGITS_ABSENT,
                                                 .criterion_digits = DIGITS_ABSENT,
                                                 .clamp_digits = DIGITS_ABSENT,
                                                 .outliers = {.policy = CHOICE_ABSENT}},
                                         .scale = POINTS_ONE,
                                         .carry = true,
                                         .correction_digits = DIGITS_ABSENT,
                                         .digits = DIGITS_ABSENT};
    }
    return rules;
}

struct contestant builder_contestant(const char *id, const char *sector)
{
    return (struct contestant){.id = text_from_c(id), .name = text_from_c(id), .sector_name = text_from_c(sector)};
}

struct judge builder_judge(const char *id, const char *panels)
{
    return (struct judge){
        .id = text_from_c(id), .name = text_from_c(id), .panel_names = text_from_c(panels), .weight = POINTS_ONE};
}

struct contest builder_contest(struct rules *rules, size_t judges, size_t contestants)
{
    for (size_t i = 0; i < rules->round_count; i++)
        if (!rules->rounds[i].has_panels) /* completed before, for another contest of the same test */
            rules->rounds[i].panel_count = 0;
    rules_complete(rules, unit_arena(), builder_faults());
    struct contest contest = contest_with(rules, unit_arena());
    for (size_t i = 1; i <= judges; i++) {
        struct text id = numbered('J', i);
        contest_add_judge(&contest, (struct judge){.id = id, .name = id, .weight = POINTS_ONE}, builder_faults());
    }
    for (size_t i = 1; i <= contestants; i++) {
        struct text id = numbered('C', i);
        contest_add_contestant(&contest, (struct contestant){.id = id, .name = id, .sector_name = TEXT("领域")},
                               builder_faults());
    }
    contest_complete(&contest, builder_faults());
    return contest;
}

void builder_tie(struct rules *rules, int kind, const char *written)
{
    rules->ties = arena_grow(unit_arena(), rules->ties, rules->tie_count * sizeof *rules->ties,
                             (rules->tie_count + 1) * sizeof *rules->ties);
    rules->ties[rules->tie_count++] =
        (struct tie_key){.kind = kind, .written = text_from_c(written), .is_lower_first = *written == '-'};
}

bool builder_rules_report(struct rules *rules, const char *format)
{
    rules_complete(rules, unit_arena(), &faults);
    for (size_t i = 0; i < faults.count; i++)
        if (!format || strcmp(faults.items[i].what.format, format) != 0)
            fprintf(stderr, "reported: %s\n", faults.items[i].what.format);
    return faults.count == (format ? 1 : 0) && (!format || builder_reported(format));
}

struct contest builder_open(struct rules *rules)
{
    rules_complete(rules, unit_arena(), &faults);
    return contest_with(rules, unit_arena());
}

void builder_add_contestant(struct contest *contest, const char *id, const char *panel)
{
    struct contestant contestant = builder_contestant(id, "领域");
    contestant.panel_name = text_from_c(panel);
    contest_add_contestant(contest, contestant, &faults);
}

void builder_mark(struct sheets *sheets, size_t round, size_t contestant, size_t judge, size_t criterion,
                  const char *written)
{
    struct mark mark = {.round = round, .contestant = contestant, .judge = judge, .criterion = criterion};
    mark.place = (struct place){.file = TEXT("scores.csv"), .line = 2, .column = 1};
    if (strcmp(written, "缺评") == 0) {
        mark.state = CELL_ABSENT;
    } else if (strcmp(written, "回避") == 0) {
        mark.state = CELL_RECUSED;
    } else {
        mark.state = CELL_GIVEN;
        mark.value = builder_points(written);
    }
    CU_ASSERT(sheets_accept(sheets, &mark, builder_faults()));
}

void builder_marks(struct sheets *sheets, size_t round, size_t contestant, const char *written)
{
    struct text rest = text_from_c(written), part;
    for (size_t judge = 0; text_next_part(&rest, ' ', &part); judge++)
        if (!text_equal(part, TEXT("-")))
            builder_mark(sheets, round, contestant, judge, 0, text_to_c(unit_arena(), part));
}

struct result builder_derive(const struct sheets *sheets, size_t contestant, struct derivation *derivation)
{
    struct result *results = ARENA_ARRAY(unit_arena(), struct result, sheets->contest->contestant_count);
    sector_score(sheets, sheets->contest->contestants[contestant].sector, results, unit_arena(), unit_scratch(),
                 derivation, &faults);
    return results[contestant];
}

struct result builder_score(const struct sheets *sheets, size_t contestant)
{
    return builder_derive(sheets, contestant, NULL);
}
