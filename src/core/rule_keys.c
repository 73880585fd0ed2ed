/* The keys of contest.yaml: a row a key. The reader, `biwu help rules` and the documentation walk these tables. */
#include <stddef.h>

#include "rule_table.h"

#define KEYS(table, type, ...)                                                                                         \
    static const struct key table##_rows[] = {__VA_ARGS__};                                                            \
    const struct key_table table = {table##_rows, sizeof table##_rows / sizeof *table##_rows, sizeof(struct type),     \
                                    offsetof(struct type, place)}
#define NAMED(key)             .name = TEXT_INIT(key)
#define AT(type, member)       .offset = offsetof(struct type, member)
#define PLACE_AT(type, member) .place_offset = offsetof(struct type, member)
#define LIST_AT(type, items, items_count)                                                                              \
    .offset = offsetof(struct type, items), .count_offset = offsetof(struct type, items_count)

enum { SECONDS_A_DAY = 86400 };
#define KEYS_WITHOUT_PLACE(table, type, ...)                                                                           \
    static const struct key table##_rows[] = {__VA_ARGS__};                                                            \
    static const struct key_table table = {table##_rows, sizeof table##_rows / sizeof *table##_rows,                   \
                                           sizeof(struct type), SIZE_MAX}
/* Sections that fill part of their parent's struct; the first of two kinds leaves its place there. */
#define PLACED_SECTION_KEYS(table, type, place_member, ...)                                                            \
    static const struct key table##_rows[] = {__VA_ARGS__};                                                            \
    static const struct key_table table = {table##_rows, sizeof table##_rows / sizeof *table##_rows, 0,                \
                                           offsetof(struct type, place_member)}
#define SECTION_KEYS(table, ...)                                                                                       \
    static const struct key table##_rows[] = {__VA_ARGS__};                                                            \
    static const struct key_table table = {table##_rows, sizeof table##_rows / sizeof *table##_rows, 0, SIZE_MAX}

PLACED_SECTION_KEYS(score_keys, rules, score_place,
                    {NAMED("digits"), KEY_DIGITS, AT(rules, digits), .default_value = "2",
                     .help = "digits of the published final score, 0 to 4"},
                    {NAMED("rounding"), KEY_CHOICE, AT(rules, rounding), .default_value = "half-up",
                     .choices = &rounding_choices, .help = "at every place where digits are named"},
                    {NAMED("combine"), KEY_CHOICE, AT(rules, combine), .default_value = "weighted",
                     .choices = &combine_choices, .help = "how round scores make the final score"},
                    {NAMED("best"), KEY_INTEGER, AT(rules, best), .default_value = "1", .least = 1, .most = 100,
                     .help = "under combine: best, how many of the best rounds are added"});

KEYS_WITHOUT_PLACE(drop_keys, drop,
                   {NAMED("high"), KEY_INTEGER, AT(drop, high), .default_value = "1", .least = 0, .most = 1000,
                    .help = "how many of the highest are dropped"},
                   {NAMED("low"), KEY_INTEGER, AT(drop, low), .default_value = "1", .least = 0, .most = 1000,
                    .help = "how many of the lowest are dropped"},
                   {NAMED("by"), KEY_CHOICE, AT(drop, by), .default_value = "sheet", .choices = &drop_by_choices,
                    .help = "what is dropped"});

KEYS_WITHOUT_PLACE(outlier_keys, outliers,
                   {NAMED("policy"), KEY_CHOICE, AT(outliers, policy), .choices = &outlier_choices,
                    .help = "what happens to sheets far from the mean of their panel; absent: none"},
                   {NAMED("limit"), KEY_OPTIONAL_POINTS, AT(outliers, limit), .least = 0, .most = POINTS_LIMIT,
                    .help = "so far from the plain mean of the panel's sheets a sheet may be"},
                   {NAMED("spread"), KEY_OPTIONAL_POINTS, AT(outliers, spread), .least = 0, .most = POINTS_LIMIT,
                    .help = "so far apart the panel's highest and lowest sheet may be; more is reported"});

KEYS_WITHOUT_PLACE(
    overtime_keys, overtime,
    {NAMED("limit"), KEY_DURATION, AT(overtime, limit), .required = true, .least = 1, .most = SECONDS_A_DAY,
     .help = "time allowed, as m:ss or seconds"},
    {NAMED("every"), KEY_DURATION, AT(overtime, every), .default_value = "30", .least = 1, .most = SECONDS_A_DAY,
     .help = "each started unit of this length over the limit counts"},
    {NAMED("deduct"), KEY_OPTIONAL_POINTS, AT(overtime, deduct), .least = 0, .most = POINTS_LIMIT,
     .help = "points taken for each started unit"},
    {NAMED("at-most"), KEY_OPTIONAL_POINTS, AT(overtime, at_most), .least = 0, .most = POINTS_LIMIT,
     .help = "points taken for going over at the most"},
    {NAMED("bands"), KEY_BANDS, LIST_AT(overtime, bands, band_count), .least = 0, .most = POINTS_LIMIT,
     .help = "in place of deduct: [[0:01, 0.02], [0:11, 0.05]], from so long over the limit, so many points"},
    {NAMED("under"), KEY_BAND, AT(overtime, under), .least = 0, .most = POINTS_LIMIT,
     .help = "[6:00, 0.1]: who takes less time loses so many points"});

KEYS(criterion_keys, criterion,
     {NAMED("id"), KEY_TEXT, AT(criterion, id), .required = true, .help = "as in the score files"},
     {NAMED("name"), KEY_TEXT, AT(criterion, name), .help = "as printed; the id where absent"},
     {NAMED("look-for"), KEY_TEXT, AT(criterion, look_for),
      .help = "what judges look for, as the sheets that they fill in print it"},
     {NAMED("max"), KEY_POINTS, AT(criterion, max), .default_value = "100", .least = -POINTS_LIMIT,
      .most = POINTS_LIMIT, .help = "highest mark"},
     {NAMED("min"), KEY_POINTS, AT(criterion, min), .default_value = "0", .least = -POINTS_LIMIT, .most = POINTS_LIMIT,
      .help = "lowest mark"},
     {NAMED("step"), KEY_OPTIONAL_POINTS, AT(criterion, step), .least = 1, .most = POINTS_LIMIT,
      .help = "marks are multiples of this, counted from min"},
     {NAMED("weight"), KEY_POINTS, AT(criterion, weight), .default_value = "1", .least = 0, .most = 1000 * POINTS_ONE,
      .help = "a sheet's total is the sum of weight × mark"});

/* What a round says of its panel, and each of several panels for itself. */
#define PANEL_ROWS(type, part, method_default, min_sheets_default, too_few_default, missing_default)                   \
    {NAMED("method"),                                                                                                  \
     KEY_CHOICE,                                                                                                       \
     AT(type, part method),                                                                                            \
     .default_value = (method_default),                                                                                \
     .choices = &method_choices,                                                                                       \
     .help = "how the sheets make the panel score"},                                                                   \
        {NAMED("drop"),         KEY_SECTION,                                                                           \
         AT(type, part drop),   .count_offset = offsetof(struct type, part has_drop),                                  \
         .section = &drop_keys, .help = "for method: trimmed-mean"},                                                   \
        {NAMED("min-sheets"),                                                                                          \
         KEY_INTEGER,                                                                                                  \
         AT(type, part min_sheets),                                                                                    \
         .default_value = (min_sheets_default),                                                                        \
         .least = 1,                                                                                                   \
         .most = 1000,                                                                                                 \
         .help = "fewer sheets than this are too few"},                                                                \
        {NAMED("too-few"),                                                                                             \
         KEY_CHOICE,                                                                                                   \
         AT(type, part too_few),                                                                                       \
         .default_value = (too_few_default),                                                                           \
         .choices = &too_few_choices,                                                                                  \
         .help = "what happens with fewer sheets than min-sheets, or none left after dropping"},                       \
        {NAMED("missing"),                                                                                             \
         KEY_CHOICE,                                                                                                   \
         AT(type, part missing),                                                                                       \
         .default_value = (missing_default),                                                                           \
         .choices = &missing_choices,                                                                                  \
         .help = "absent and recused sheets, under sum and rank-sum"},                                                 \
        {NAMED("panel-digits"), KEY_DIGITS, AT(type, part panel_digits), .least = DIGITS_EXACT,                        \
         .help = "of the panel score, or of each criterion's under drop by criterion; absent: exact"},                 \
        {NAMED("criterion-digits"), KEY_DIGITS, AT(type, part criterion_digits), .least = DIGITS_EXACT,                \
         .help = "of a criterion's panel score times its weight, under drop by criterion; absent: exact"},             \
        {NAMED("outliers"), KEY_SECTION, AT(type, part outliers), .section = &outlier_keys,                            \
         .help = "sheets far from the others"},                                                                        \
    {                                                                                                                  \
        NAMED("clamp-digits"), KEY_DIGITS, AT(type, part clamp_digits),                                                \
            .least = DIGITS_EXACT, .help = "under outliers: clamp, of the mean and of each moved sheet; absent: exact" \
    }

KEYS(panel_keys, panel_rule,
     {NAMED("name"), KEY_TEXT, AT(panel_rule, name), .required = true, .help = "as in judges.csv"},
     {NAMED("weight"), KEY_OPTIONAL_POINTS, AT(panel_rule, weight), .least = 0, .most = POINTS_ONE_HUNDRED,
      .help = "per cent of the round; all add to 100"},
     PANEL_ROWS(panel_rule, , NULL, NULL, NULL, NULL));

KEYS(round_keys, round, {NAMED("id"), KEY_TEXT, AT(round, id), .required = true, .help = "as in the score files"},
     {NAMED("name"), KEY_TEXT, AT(round, name), .help = "as printed; the id where absent"},
     {NAMED("weight"), KEY_OPTIONAL_POINTS, AT(round, weight), .least = 0, .most = POINTS_ONE_HUNDRED,
      .help = "under combine: weighted, per cent; all add to 100; one round alone needs none"},
     {NAMED("panel"), KEY_TEXT, AT(round, own.name),
      .help = "the panel that scores it; absent: the contestant's own panel, else all judges"},
     {NAMED("panels"), KEY_LIST, LIST_AT(round, panels, panel_count), .section = &panel_keys,
      .help = "several panels that all score it, each by its own method; what one does not say, it has from the round"},
     PANEL_ROWS(round, own., "mean", "1", "error", "error"),
     {NAMED("max"), KEY_OPTIONAL_POINTS, AT(round, max), .least = -POINTS_LIMIT, .most = POINTS_LIMIT,
      .help = "highest mark of a round with one criterion and no list of criteria; 100 where absent"},
     {NAMED("min"), KEY_OPTIONAL_POINTS, AT(round, min), .least = -POINTS_LIMIT, .most = POINTS_LIMIT,
      .help = "its lowest mark; 0 where absent"},
     {NAMED("step"), KEY_OPTIONAL_POINTS, AT(round, step), .least = 1, .most = POINTS_LIMIT, .help = "its step"},
     {NAMED("criteria"), KEY_LIST, LIST_AT(round, criteria, criterion_count), .section = &criterion_keys,
      .help = "what is scored"},
     {NAMED("grades"), KEY_GRADES, LIST_AT(round, grades, grade_count), .least = -POINTS_LIMIT, .most = POINTS_LIMIT,
      .help = "for method: ballot, what a vote for each grade is worth: { 优秀: 100, 良好: 85 }"},
     {NAMED("points"), KEY_POINTS_LIST, AT(round, place_points), .least = -POINTS_LIMIT, .most = POINTS_LIMIT,
      .help = "for method: place-points, of the first place, the second …: [12, 10, 8]; places beyond get 0"},
     {NAMED("scale"), KEY_POINTS, AT(round, scale), .default_value = "1", .least = 1, .most = POINTS_LIMIT,
      .help = "the panel score is multiplied by this, and by the contestant's factor in factors.csv"},
     {NAMED("panel-correction"), KEY_CHOICE, AT(round, panel_correction), .default_value = "none",
      .choices = &correction_choices,
      .help = "for sectors of which several panels each judged a part: times reference mean ÷ mean of the panel"},
     {NAMED("correction-digits"), KEY_DIGITS, AT(round, correction_digits), .least = DIGITS_EXACT,
      .help = "of that coefficient, usually 4; absent: exact"},
     {NAMED("overtime"), KEY_SECTION, AT(round, overtime), .section = &overtime_keys,
      .help = "deductions by timings.csv"},
     {NAMED("floor"), KEY_OPTIONAL_POINTS, AT(round, floor), .least = -POINTS_LIMIT, .most = POINTS_LIMIT,
      .help = "adjustments never bring the round below this"},
     {NAMED("digits"), KEY_DIGITS, AT(round, digits), .least = DIGITS_EXACT,
      .help = "of the round score; absent: score.digits, or exact where there is one round alone"},
     {NAMED("advance"), KEY_INTEGER, AT(round, advance), .least = 1, .most = 1000000,
      .help = "only so many of each sector enter this round, the best by all rounds before it; ties extend"},
     {NAMED("carry"), KEY_FLAG, AT(round, carry), .default_value = "true",
      .help = "false, beside advance: earlier scores are dropped"},
     {NAMED("blind"), KEY_FLAG, AT(round, blind), .default_value = "false",
      .help = "the sheets that judges fill in bear numbers and no names"});

KEYS_WITHOUT_PLACE(need_keys, need,
                   {NAMED("round"), KEY_TEXT, AT(need, round_id), .required = true, .help = "the round's id"},
                   {NAMED("at-least"), KEY_POINTS, AT(need, at_least), .required = true, .least = -POINTS_LIMIT,
                    .most = POINTS_LIMIT, .help = "least score of that round"});

/* Whom an award, and a promotion, reaches. */
#define CUT_ROWS(type, tie_choices, tie_default)                                                                       \
    {NAMED("count"),      KEY_COUNTS,                                                                                  \
     AT(type, cut.count), .least = 0,                                                                                  \
     .most = 1000000,     .help = "how many in each sector: a number, or one a sector as { sector: number }"},         \
        {NAMED("percent"), KEY_OPTIONAL_POINTS,        AT(type, cut.percent),                                          \
         .least = 0,       .most = POINTS_ONE_HUNDRED, .help = "per cent of the sector"},                              \
        {NAMED("of"),                                                                                                  \
         KEY_CHOICE,                                                                                                   \
         AT(type, cut.of),                                                                                             \
         .default_value = "ranked",                                                                                    \
         .choices = &award_of_choices,                                                                                 \
         .help = "what percent is taken of"},                                                                          \
        {NAMED("round"),                                                                                               \
         KEY_CHOICE,                                                                                                   \
         AT(type, cut.round),                                                                                          \
         .default_value = "up",                                                                                        \
         .choices = &award_round_choices,                                                                              \
         .help = "how percent makes whole places"},                                                                    \
        {NAMED("min-score"),     KEY_OPTIONAL_POINTS,  AT(type, cut.min_score),                                        \
         .least = -POINTS_LIMIT, .most = POINTS_LIMIT, .help = "least published final score"},                         \
        {NAMED("need"), KEY_SECTION, AT(type, cut.need), .section = &need_keys,                                        \
         .help = "a least score of one round: { round: ID, at-least: 60 }"},                                           \
    {                                                                                                                  \
        NAMED("tie"), KEY_CHOICE, AT(type, cut.tie), .default_value = (tie_default), .choices = (tie_choices),         \
                                                     .help = "a tie across the cut, after all keys"                    \
    }

KEYS(award_keys, award, {NAMED("name"), KEY_TEXT, AT(award, name), .required = true, .help = "as printed"},
     CUT_ROWS(award, &award_tie_choices, "extend"),
     {NAMED("cumulative"), KEY_FLAG, AT(award, cumulative), .default_value = "false",
      .help = "the cut counts from the first place, not after the awards before"},
     {NAMED("rest"), KEY_FLAG, AT(award, rest), .default_value = "false", .help = "all who have none yet"},
     {NAMED("per"), KEY_CHOICE, AT(award, per), .default_value = "sector", .choices = &award_per_choices,
      .help = "among whom it is given"},
     {NAMED("vacant"), KEY_CHOICE, AT(award, vacant), .default_value = "leave", .choices = &vacant_choices,
      .help = "places that nobody qualifies for"});

KEYS(special_keys, special, {NAMED("name"), KEY_TEXT, AT(special, name), .required = true, .help = "as printed"},
     {NAMED("from"), KEY_TEXT, AT(special, from), .default_value = "special.csv",
      .help = "the table that says who gets it: special.csv"});

KEYS(teams_keys, teams,
     {NAMED("by"), KEY_CHOICE, AT(teams, by), .default_value = "unit", .choices = &teams_by_choices,
      .help = "who makes a team"},
     {NAMED("best"), KEY_INTEGER, AT(teams, best), .least = 1, .most = 1000000,
      .help = "so many members count, the best; absent: all"},
     {NAMED("method"), KEY_CHOICE, AT(teams, method), .default_value = "sum", .choices = &teams_method_choices,
      .help = "what the members' results are worth"},
     {NAMED("points"), KEY_POINTS_LIST, AT(teams, points), .least = -POINTS_LIMIT, .most = POINTS_LIMIT,
      .help = "for method: points, of the first place, the second …: [15, 13, 12]"});

KEYS(promote_keys, promote, CUT_ROWS(promote, &promote_tie_choices, "error"),
     {NAMED("quota"), KEY_TEXT, AT(promote, quota), .help = "quota.csv: how many of which county and sector"},
     {NAMED("per"), KEY_CHOICE, AT(promote, per), .default_value = "sector", .choices = &promote_per_choices,
      .help = "among whom the best are taken"},
     {NAMED("at-most"), KEY_INTEGER, AT(promote, at_most), .least = 1, .most = 1000000,
      .help = "so many of one unit at the most"},
     {NAMED("reserves"), KEY_INTEGER, AT(promote, reserves), .default_value = "0", .least = 0, .most = 1000000,
      .help = "so many more are named as next in line"});

SECTION_KEYS(recusal_keys, {NAMED("auto"), KEY_CHOICE_SET, AT(rules, recusal_auto), .choices = &recusal_by_choices,
                            .help = "judges are recused from contestants of their own unit or county"});

SECTION_KEYS(publish_keys,
             {NAMED("judge-marks"), KEY_FLAG, AT(rules, publish_judge_marks), .default_value = "false",
              .help = "judges' names beside their marks on public paper"},
             {NAMED("order"), KEY_ORDER, AT(rules, publish_order), .default_value = "draw",
              .choices = &list_order_choices,
              .help = "order of lists of people; a list of counties: in their official order, then by draw"});

KEYS(notice_keys, notice,
     {NAMED("from"), KEY_DATE, AT(notice, from), .required = true, .help = "first day of the period, as 2023-10-27"},
     {NAMED("to"), KEY_DATE, AT(notice, to), .required = true, .help = "its last day"},
     {NAMED("office"), KEY_TEXT, AT(notice, office), PLACE_AT(notice, office_place),
      .help = "who takes objections; the host where absent"},
     {NAMED("phone"), KEY_TEXT, AT(notice, phone), PLACE_AT(notice, phone_place), .help = "its telephone"},
     {NAMED("address"), KEY_TEXT, AT(notice, address), PLACE_AT(notice, address_place), .help = "its address"},
     {NAMED("scores"), KEY_FLAG, AT(notice, scores), .default_value = "false",
      .help = "final scores beside the names"});

PLACED_SECTION_KEYS(certificate_keys, rules, certificate_place,
                    {NAMED("template"), KEY_TEXT, AT(rules, certificate_template), .default_value = "award",
                     .help = "how certificates look: award, honour, modern, stock, team, honour-portrait; or a file "
                             "of your own, which ends in .txt"},
                    {NAMED("number"), KEY_TEXT, AT(rules, certificate_number),
                     .help = "numbering, such as CFBW-2023-{n:04}; absent: no numbers"});

SECTION_KEYS(protest_keys,
             {NAMED("until"), KEY_DATE, AT(rules, protest_until), PLACE_AT(rules, protest_until_place),
              .help = "last day for objections, as 2023-10-30"},
             {NAMED("office"), KEY_TEXT, AT(rules, protest_office), PLACE_AT(rules, protest_office_place),
              .help = "who takes them; the host where absent"},
             {NAMED("phone"), KEY_TEXT, AT(rules, protest_phone), PLACE_AT(rules, protest_phone_place),
              .help = "its telephone"});

SECTION_KEYS(font_keys,
             {NAMED("title"), KEY_TEXT, AT(rules, font_title.wish), PLACE_AT(rules, font_title.place),
              .help = "file or family, before the built-in list"},
             {NAMED("body"), KEY_TEXT, AT(rules, font_body.wish), PLACE_AT(rules, font_body.place),
              .help = "file or family, before the built-in list"},
             {NAMED("name"), KEY_TEXT, AT(rules, font_name.wish), PLACE_AT(rules, font_name.place),
              .help = "file or family, before the built-in list"},
             {NAMED("heading"), KEY_TEXT, AT(rules, font_heading.wish), PLACE_AT(rules, font_heading.place),
              .help = "of official notices' titles (小标宋); Song stands in where absent"},
             {NAMED("notice"), KEY_TEXT, AT(rules, font_notice.wish), PLACE_AT(rules, font_notice.place),
              .help = "of their text (仿宋); Kai stands in where absent"});

KEYS(contest_keys, rules,
     {NAMED("title"), KEY_TEXT, AT(rules, title), PLACE_AT(rules, title_place), .required = true,
      .help = "full name of the contest"},
     {NAMED("level"), KEY_TEXT, AT(rules, level), PLACE_AT(rules, level_place), .help = "市级, 旗县区级 …"},
     {NAMED("date"), KEY_DATE, AT(rules, date), .help = "as 2023-10-26"},
     {NAMED("place"), KEY_TEXT, AT(rules, venue), PLACE_AT(rules, venue_place), .help = "where it is held"},
     {NAMED("host"), KEY_TEXTS, AT(rules, hosts), PLACE_AT(rules, host_places), .help = "who holds it: one, or a list"},
     {NAMED("language"), KEY_CHOICE, AT(rules, language), .default_value = "zh", .choices = &language_choices,
      .help = "of what is printed"},
     {NAMED("score"), KEY_SECTION, .section = &score_keys, .help = "the final score"},
     {NAMED("rounds"), KEY_LIST, LIST_AT(rules, rounds, round_count), .required = true, .section = &round_keys,
      .help = "the rounds in their order"},
     {NAMED("ties"), KEY_TIE_KEYS, LIST_AT(rules, ties, tie_count), .default_value = "[exact]",
      .choices = &tie_key_choices, .help = "keys that part equal published finals, in order"},
     {NAMED("absent-round"), KEY_CHOICE, AT(rules, absent_round), .default_value = "unranked",
      .choices = &absent_round_choices, .help = "what 弃权 or 缺席 in a round's score cells makes of the contestant"},
     {NAMED("dense"), KEY_FLAG, AT(rules, dense), .default_value = "false",
      .help = "after shared ranks the next number follows: 1-2-2-3, not 1-2-2-4"},
     {NAMED("awards"), KEY_LIST, LIST_AT(rules, awards, award_count), .section = &award_keys,
      .help = "in order, each to those without one yet"},
     {NAMED("special"), KEY_LIST, LIST_AT(rules, specials, special_count), .section = &special_keys,
      .help = "awards that are given, not computed"},
     {NAMED("teams"), KEY_SECTION, AT(rules, teams), .count_offset = offsetof(struct rules, teams.is_set),
      .section = &teams_keys, .help = "units ranked by their members' results (团体总分)"},
     {NAMED("promote"), KEY_SECTION, AT(rules, promote), .count_offset = offsetof(struct rules, promote.is_set),
      .section = &promote_keys, .help = "who goes on to the next level"},
     {NAMED("sign"), KEY_TEXTS, AT(rules, sign), PLACE_AT(rules, sign_places),
      .help = "who signs the result; absent: 计分员, 复核员, 总裁判, or their English names where language is en"},
     {NAMED("recusal"), KEY_SECTION, .section = &recusal_keys, .help = "automatic recusals"},
     {NAMED("publish"), KEY_SECTION, .section = &publish_keys, .help = "what public paper shows"},
     {NAMED("certificate"), KEY_SECTION, .section = &certificate_keys, .help = "certificates"},
     {NAMED("protest"), KEY_SECTION, .section = &protest_keys, .help = "how to object, as leaderboards print it"},
     {NAMED("notice"), KEY_SECTION, AT(rules, notice), .count_offset = offsetof(struct rules, notice.is_set),
      .section = &notice_keys, .help = "public notice of the intended awards (公示): notice.pdf"},
     {NAMED("fonts"), KEY_SECTION, .section = &font_keys, .help = "the user's own fonts"});
