/* A contest of one round and what is printed of it: for tests of paper. */
#ifndef BIWU_PAPER_CONTEST_H
#define BIWU_PAPER_CONTEST_H

#include "contest_builder.h"
#include "leaderboard.h"
#include "pdf_reading.h"
#include "scoresheets.h"

static struct rules rules;
static size_t judge_count;
static struct contest contest;
static struct sheets sheets;
static struct standings standings;
static struct fonts *fonts;
static const struct edition edition = {.hash = TEXT_INIT("0123456789abcdef")};

/* One stage round of seven judges, highest and lowest dropped; awards for first and second. */
static inline void begin_rules(void)
{
    static struct award awards[2];
    static struct text hosts[1], sign[2];
    static struct tie_key ties[1];
    rules = builder_rules(1);
    rules.rounds[0].name = TEXT("登台述评");
    rules.rounds[0].own.method = METHOD_TRIMMED_MEAN;
    awards[0] = (struct award){.name = TEXT("一等奖"), .cut.count = {.is_set = true, .count = 1}};
    awards[1] = (struct award){.name = TEXT("二等奖"), .cut.count = {.is_set = true, .count = 1}};
    hosts[0] = TEXT("某市委组织部");
    sign[0] = TEXT("计分员");
    sign[1] = TEXT("总裁判");
    ties[0] = (struct tie_key){.kind = TIE_EXACT, .written = TEXT("exact")};
    rules.ties = ties;
    rules.tie_count = 1;
    rules.awards = awards;
    rules.award_count = 2;
    rules.hosts = (struct texts){hosts, 1};
    rules.sign = (struct texts){sign, 2};
    rules.date = TEXT("2023-10-26");
    rules.certificate_number = TEXT("BW-{n:03}");
    rules.place = (struct place){.file = TEXT("contest.yaml")};
    judge_count = 7;
}

/* The contest of these names, a row of marks each, one a judge; a name may begin with ! for one who withdrew. */
static inline void hold(const char *rows[][2], size_t count)
{
    rules_complete(&rules, unit_arena(), builder_faults());
    contest = contest_with(&rules, unit_arena());
    for (size_t i = 0; i < judge_count; i++) {
        struct sink id = sink_in(unit_arena());
        sink_integer(&id, (int64_t)i + 1);
        contest_add_judge(&contest, builder_judge(text_to_c(unit_arena(), sink_written(&id)), ""), builder_faults());
    }
    for (size_t i = 0; i < count; i++) {
        bool withdrew = rows[i][0][0] == '!';
        struct contestant contestant = builder_contestant(rows[i][0] + withdrew, "社区");
        contestant.draw = (int64_t)i + 1;
        contestant.place = (struct place){.file = TEXT("contestants.csv"), .line = i + 2, .column = 1};
        contestant.unit = TEXT("松州社区");
        contestant.status = withdrew ? STATUS_WITHDRAWN : STATUS_COMPETING;
        contest_add_contestant(&contest, contestant, builder_faults());
    }
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());
    for (size_t i = 0; i < count; i++)
        if (rows[i][1])
            builder_marks(&sheets, 0, i, rows[i][1]);
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
    fonts = fonts_open(&(struct font_wishes){0}, unit_arena(), builder_faults());
    CU_ASSERT_PTR_NOT_NULL_FATAL(fonts);
}

static const char *three[][2] = {
    {"李䶮", "92.5 91.0 93.2 90.8 92.6 91.4 92.3"},
    {"𠮷田丽", "90 90 90 90 90 90 90.03"},
    {"!赵𬭎", NULL},
    {"阿拉坦·其其格", "90 90 90 90 90 90.02 90.02"},
};

static inline struct press unit_press(void)
{
    return (struct press){.contest = &contest,
                          .edition = &edition,
                          .fonts = fonts,
                          .arena = unit_arena(),
                          .scratch = unit_scratch(),
                          .faults = builder_faults()};
}

static inline bool write_leaderboard(struct text *pdf)
{
    *pdf = TEXT("");
    struct press press = unit_press();
    return leaderboard_write(&press, &standings, INDEX_NONE, pdf);
}

static inline struct text leaderboard(void)
{
    struct text pdf;
    CU_ASSERT_FATAL(write_leaderboard(&pdf));
    return pdf;
}

static inline struct text scoresheets(void)
{
    struct text pdf = TEXT("");
    struct press press = unit_press();
    CU_ASSERT_FATAL(scoresheets_write(&press, &standings, &pdf));
    return pdf;
}

#endif
