/* The keys of contest.yaml: a row a key. The reader, `biwu help rules` and the documentation walk these tables. */
#include <stddef.h>

#include "rules.h"

#define KEYS(table, type, ...)                                                                                         \
    static const struct key table##_rows[] = {__VA_ARGS__};                                                            \
    const struct key_table table = {table##_rows, sizeof table##_rows / sizeof *table##_rows, sizeof(struct type),     \
                                    offsetof(struct type, place)}
#define NAMED(key)       .name = TEXT_INIT(key)
#define AT(type, member) .offset = offsetof(struct type, member)
#define LIST_AT(type, items, items_count)                                                                              \
    .offset = offsetof(struct type, items), .count_offset = offsetof(struct type, items_count)

enum { SECONDS_A_DAY = 86400 };
/* Sections that fill part of their parent's struct have no place of their own. */
#define SECTION_KEYS(table, ...)                                                                                       \
    static const struct key table##_rows[] = {__VA_ARGS__};                                                            \
    static const struct key_table table = {table##_rows, sizeof table##_rows / sizeof *table##_rows, 0, SIZE_MAX}

SECTION_KEYS(score_keys,
             {NAMED("digits"), KEY_DIGITS, AT(rules, digits), .default_value = "2",
              .help = "digits of the published final score, 0 to 4"},
             {NAMED("rounding"), KEY_CHOICE, AT(rules, rounding), .default_value = "half-up",
              .choices = &rounding_choices, .help = "at every place where digits are named"},
             {NAMED("combine"), KEY_CHOICE, AT(rules, combine), .default_value = "weighted",
              .choices = &combine_choices, .help = "how round scores make the final score"},
             {NAMED("best"), KEY_INTEGER, AT(rules, best), .default_value = "1", .least = 1, .most = 100,
              .help = "under combine: best, how many of the best rounds are added"});

SECTION_KEYS(drop_keys,
             {NAMED("high"), KEY_INTEGER, AT(round, drop.high), .default_value = "1", .least = 0, .most = 1000,
              .help = "how many of the highest are dropped"},
             {NAMED("low"), KEY_INTEGER, AT(round, drop.low), .default_value = "1", .least = 0, .most = 1000,
              .help = "how many of the lowest are dropped"},
             {NAMED("by"), KEY_CHOICE, AT(round, drop.by), .default_value = "sheet", .choices = &drop_by_choices,
              .help = "what is dropped"});

SECTION_KEYS(overtime_keys,
             {NAMED("limit"), KEY_DURATION, AT(round, overtime.limit), .required = true, .least = 1,
              .most = SECONDS_A_DAY, .help = "time allowed, as m:ss or seconds"},
             {NAMED("every"), KEY_DURATION, AT(round, overtime.every), .default_value = "30", .least = 1,
              .most = SECONDS_A_DAY, .help = "each started unit of this length over the limit counts"},
             {NAMED("deduct"), KEY_OPTIONAL_POINTS, AT(round, overtime.deduct), .least = 0, .most = POINTS_LIMIT,
              .help = "points taken for each started unit"},
             {NAMED("at-most"), KEY_OPTIONAL_POINTS, AT(round, overtime.at_most), .least = 0, .most = POINTS_LIMIT,
              .help = "points taken for going over at the most"},
             {NAMED("bands"), KEY_BANDS, LIST_AT(round, overtime.bands, overtime.band_count), .least = 0,
              .most = POINTS_LIMIT,
              .help = "in place of deduct: [[0:01, 0.02], [0:11, 0.05]], from so long over the limit, so many points"},
             {NAMED("under"), KEY_BAND, AT(round, overtime.under), .least = 0, .most = POINTS_LIMIT,
              .help = "[6:00, 0.1]: who takes less time loses so many points"});

KEYS(criterion_keys, criterion,
     {NAMED("id"), KEY_TEXT, AT(criterion, id), .required = true, .help = "as in the score files"},
     {NAMED("name"), KEY_TEXT, AT(criterion, name), .help = "as printed; the id where absent"},
     {NAMED("max"), KEY_POINTS, AT(criterion, max), .default_value = "100", .least = -POINTS_LIMIT,
      .most = POINTS_LIMIT, .help = "highest mark"},
     {NAMED("min"), KEY_POINTS, AT(criterion, min), .default_value = "0", .least = -POINTS_LIMIT, .most = POINTS_LIMIT,
      .help = "lowest mark"},
     {NAMED("step"), KEY_OPTIONAL_POINTS, AT(criterion, step), .least = 1, .most = POINTS_LIMIT,
      .help = "marks are multiples of this, counted from min"},
     {NAMED("weight"), KEY_POINTS, AT(criterion, weight), .default_value = "1", .least = 0, .most = 1000 * POINTS_ONE,
      .help = "a sheet's total is the sum of weight × mark"});

KEYS(round_keys, round, {NAMED("id"), KEY_TEXT, AT(round, id), .required = true, .help = "as in the score files"},
     {NAMED("name"), KEY_TEXT, AT(round, name), .help = "as printed; the id where absent"},
     {NAMED("weight"), KEY_OPTIONAL_POINTS, AT(round, weight), .least = 0, .most = POINTS_ONE_HUNDRED,
      .help = "under combine: weighted, per cent; all add to 100; one round alone needs none"},
     {NAMED("panel"), KEY_TEXT, AT(round, panel),
      .help = "the panel that scores it; absent: the contestant's own panel, else all judges"},
     {NAMED("method"), KEY_CHOICE, AT(round, method), .default_value = "mean", .choices = &method_choices,
      .help = "how the sheets make the panel score"},
     {NAMED("drop"), KEY_SECTION, .count_offset = offsetof(struct round, drop.is_written), .section = &drop_keys,
      .help = "for method: trimmed-mean"},
     {NAMED("min-sheets"), KEY_INTEGER, AT(round, min_sheets), .default_value = "1", .least = 1, .most = 1000,
      .help = "fewer sheets than this are too few"},
     {NAMED("too-few"), KEY_CHOICE, AT(round, too_few), .default_value = "error", .choices = &too_few_choices,
      .help = "what happens with fewer sheets than min-sheets, or none left after dropping"},
     {NAMED("missing"), KEY_CHOICE, AT(round, missing), .default_value = "error", .choices = &missing_choices,
      .help = "absent and recused sheets, under method: sum; pending ones always leave the sum open"},
     {NAMED("max"), KEY_OPTIONAL_POINTS, AT(round, max), .least = -POINTS_LIMIT, .most = POINTS_LIMIT,
      .help = "highest mark of a round with one criterion and no list of criteria; 100 where absent"},
     {NAMED("min"), KEY_OPTIONAL_POINTS, AT(round, min), .least = -POINTS_LIMIT, .most = POINTS_LIMIT,
      .help = "its lowest mark; 0 where absent"},
     {NAMED("step"), KEY_OPTIONAL_POINTS, AT(round, step), .least = 1, .most = POINTS_LIMIT, .help = "its step"},
     {NAMED("criteria"), KEY_LIST, LIST_AT(round, criteria, criterion_count), .section = &criterion_keys,
      .help = "what is scored"},
     {NAMED("digits"), KEY_DIGITS, AT(round, digits), .least = DIGITS_EXACT,
      .help = "of the round score; absent: score.digits, or exact where there is one round alone"},
     {NAMED("panel-digits"), KEY_DIGITS, AT(round, panel_digits), .least = DIGITS_EXACT,
      .help = "of the panel score, or of each criterion's under drop by criterion; absent: exact"},
     {NAMED("criterion-digits"), KEY_DIGITS, AT(round, criterion_digits), .least = DIGITS_EXACT,
      .help = "of a criterion's panel score times its weight, under drop by criterion; absent: exact"},
     {NAMED("scale"), KEY_POINTS, AT(round, scale), .default_value = "1", .least = 1, .most = POINTS_LIMIT,
      .help = "the panel score is multiplied by this, and by the contestant's factor in factors.csv"},
     {NAMED("floor"), KEY_OPTIONAL_POINTS, AT(round, floor), .least = -POINTS_LIMIT, .most = POINTS_LIMIT,
      .help = "adjustments never bring the round score below this"},
     {NAMED("overtime"), KEY_SECTION, .section = &overtime_keys, .help = "deductions by timings.csv"});

KEYS(award_keys, award, {NAMED("name"), KEY_TEXT, AT(award, name), .required = true, .help = "as printed"},
     {NAMED("count"), KEY_COUNTS, AT(award, count), .least = 0, .most = 1000000,
      .help = "how many in each sector: a number, or one a sector as { sector: number }"},
     {NAMED("percent"), KEY_OPTIONAL_POINTS, AT(award, percent), .least = 0, .most = POINTS_ONE_HUNDRED,
      .help = "per cent of the sector"},
     {NAMED("of"), KEY_CHOICE, AT(award, of), .default_value = "ranked", .choices = &award_of_choices,
      .help = "what percent is taken of"},
     {NAMED("round"), KEY_CHOICE, AT(award, round), .default_value = "up", .choices = &award_round_choices,
      .help = "how percent makes whole places"},
     {NAMED("cumulative"), KEY_FLAG, AT(award, cumulative), .default_value = "false",
      .help = "the cut counts from the first place, not after the awards before"},
     {NAMED("min-score"), KEY_OPTIONAL_POINTS, AT(award, min_score), .least = -POINTS_LIMIT, .most = POINTS_LIMIT,
      .help = "least published final score"},
     {NAMED("rest"), KEY_FLAG, AT(award, rest), .default_value = "false", .help = "all who have none yet"},
     {NAMED("tie"), KEY_CHOICE, AT(award, tie), .default_value = "extend", .choices = &award_tie_choices,
      .help = "a tie across the cut, after all keys"},
     {NAMED("vacant"), KEY_CHOICE, AT(award, vacant), .default_value = "leave", .choices = &vacant_choices,
      .help = "places that nobody qualifies for"});

SECTION_KEYS(recusal_keys, {NAMED("auto"), KEY_CHOICE_SET, AT(rules, recusal_auto), .choices = &recusal_by_choices,
                            .help = "judges are recused from contestants of their own unit or county"});

SECTION_KEYS(publish_keys,
             {NAMED("judge-marks"), KEY_FLAG, AT(rules, publish_judge_marks), .default_value = "false",
              .help = "judges' names beside their marks on public paper"},
             {NAMED("order"), KEY_CHOICE, AT(rules, publish_order), .default_value = "draw",
              .choices = &list_order_choices, .help = "order of lists of people"});

SECTION_KEYS(certificate_keys,
             {NAMED("template"), KEY_CHOICE, AT(rules, certificate_template), .default_value = "honour",
              .choices = &certificate_choices, .help = "how certificates look"},
             {NAMED("number"), KEY_TEXT, AT(rules, certificate_number),
              .help = "numbering, such as CFBW-2023-{n:04}; absent: no numbers"});

SECTION_KEYS(protest_keys,
             {NAMED("until"), KEY_DATE, AT(rules, protest_until), .help = "last day for objections, as 2023-10-30"},
             {NAMED("office"), KEY_TEXT, AT(rules, protest_office), .help = "who takes them; the host where absent"},
             {NAMED("phone"), KEY_TEXT, AT(rules, protest_phone), .help = "its telephone"});

SECTION_KEYS(font_keys,
             {NAMED("title"), KEY_TEXT, AT(rules, font_title), .help = "file or family, before the built-in list"},
             {NAMED("body"), KEY_TEXT, AT(rules, font_body), .help = "file or family, before the built-in list"},
             {NAMED("name"), KEY_TEXT, AT(rules, font_name), .help = "file or family, before the built-in list"});

KEYS(contest_keys, rules,
     {NAMED("title"), KEY_TEXT, AT(rules, title), .required = true, .help = "full name of the contest"},
     {NAMED("level"), KEY_TEXT, AT(rules, level), .help = "市级, 旗县区级 …"},
     {NAMED("date"), KEY_DATE, AT(rules, date), .help = "as 2023-10-26"},
     {NAMED("place"), KEY_TEXT, AT(rules, venue), .help = "where it is held"},
     {NAMED("host"), KEY_TEXTS, AT(rules, hosts), .help = "who holds it: one, or a list"},
     {NAMED("language"), KEY_CHOICE, AT(rules, language), .default_value = "zh", .choices = &language_choices,
      .help = "of what is printed"},
     {NAMED("score"), KEY_SECTION, .section = &score_keys, .help = "the final score"},
     {NAMED("rounds"), KEY_LIST, LIST_AT(rules, rounds, round_count), .required = true, .section = &round_keys,
      .help = "the rounds in their order"},
     {NAMED("ties"), KEY_TIE_KEYS, LIST_AT(rules, ties, tie_count), .default_value = "[exact]",
      .choices = &tie_key_choices, .help = "keys that part equal published finals, in order"},
     {NAMED("dense"), KEY_FLAG, AT(rules, dense), .default_value = "false",
      .help = "after shared ranks the next number follows: 1-2-2-3, not 1-2-2-4"},
     {NAMED("awards"), KEY_LIST, LIST_AT(rules, awards, award_count), .section = &award_keys,
      .help = "in order, each to those without one yet"},
     {NAMED("sign"), KEY_TEXTS, AT(rules, sign),
      .help = "who signs the result; absent: 计分员, 复核员, 总裁判, or their English names where language is en"},
     {NAMED("recusal"), KEY_SECTION, .section = &recusal_keys, .help = "automatic recusals"},
     {NAMED("publish"), KEY_SECTION, .section = &publish_keys, .help = "what public paper shows"},
     {NAMED("certificate"), KEY_SECTION, .section = &certificate_keys, .help = "certificates"},
     {NAMED("protest"), KEY_SECTION, .section = &protest_keys, .help = "how to object, as leaderboards print it"},
     {NAMED("fonts"), KEY_SECTION, .section = &font_keys, .help = "the user's own fonts"});
