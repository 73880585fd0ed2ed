/* Standings and explanations as JSON and CSV, the result hash, the manifest. */
#include "contest_builder.h"
#include "explanation_json.h"
#include "manifest_json.h"
#include "result_hash.h"
#include "sha256.h"
#include "standings_csv.h"
#include "standings_json.h"
#include "unit.h"

static struct contest contest;
static struct sheets sheets;
static struct standings standings;

/* One round of seven sheets, one high and one low dropped: C1 the newspaper's, C2 the same once rounded, C3 withdrawn,
 * C4 without marks. */
static void set_up(void)
{
    static struct tie_key exact = {.kind = TIE_EXACT, .written = TEXT_INIT("exact")};
    static struct award award = {.name = TEXT_INIT("一等奖"), .cut.count = {.is_set = true, .count = 1}};
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_TRIMMED_MEAN;
    rules.ties = &exact;
    rules.tie_count = 1;
    rules.awards = &award;
    rules.award_count = 1;
    rules_complete(&rules, unit_arena(), builder_faults());

    contest = contest_with(&rules, unit_arena());
    for (int i = 1; i <= 7; i++)
        contest_add_judge(&contest,
                          builder_judge((const char *[]){"J1", "J2", "J3", "J4", "J5", "J6", "J7"}[i - 1], ""),
                          builder_faults());
    struct contestant first = builder_contestant("C1", "社区");
    first.name = TEXT("=萨日娜, \"甲\"");
    first.unit = TEXT("平庄镇");
    contest_add_contestant(&contest, first, builder_faults());
    contest_add_contestant(&contest, builder_contestant("C2", "社区"), builder_faults());
    struct contestant third = builder_contestant("C3", "社区");
    third.status = STATUS_WITHDRAWN;
    contest_add_contestant(&contest, third, builder_faults());
    contest_add_contestant(&contest, builder_contestant("C4", "社区"), builder_faults());
    contest_add_adjustment(&contest, (struct adjustment){.contestant = 1, .value = -5000, .reason = TEXT("超时")});
    contest_complete(&contest, builder_faults());

    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "92.5 91.0 93.2 90.8 92.6 91.4 92.3");
    builder_marks(&sheets, 0, 1, "93.0 91.5 93.7 91.3 93.1 91.9 92.79");
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
}

static const char sectors[] =
    "\"sectors\":[{\"sector\":\"社区\",\"ranking\":["
    "{\"rank\":1,\"contestant\":\"C1\",\"name\":\"=萨日娜, \\\"甲\\\"\",\"unit\":\"平庄镇\",\"final\":\"91.96\","
    "\"exact\":\"2299/"
    "25\",\"award\":\"一等奖\",\"award_standing\":\"open\",\"tie\":{\"key\":\"exact\",\"value\":\"2299/"
    "25\",\"against\":[{"
    "\"contestant\":\"C2\",\"value\":\"45979/500\"}]},\"rounds\":{\"r1\":{\"score\":\"91.96\",\"exact\":\"2299/25\","
    "\"counted\":5,\"dropped\":[\"J3\",\"J4\"],\"pending\":0}}},"
    "{\"rank\":2,\"contestant\":\"C2\",\"name\":\"C2\",\"final\":\"91.96\",\"exact\":\"45979/500\","
    "\"tie\":{\"key\":\"exact\",\"value\":\"45979/500\",\"against\":[{\"contestant\":\"C1\",\"value\":\"2299/25\"}]},"
    "\"rounds\":{\"r1\":{\"score\":\"91.96\",\"exact\":\"45979/500\",\"counted\":5,\"dropped\":[\"J3\",\"J4\"],"
    "\"pending\":0,\"adjustments\":\"-0.5\"}}}],"
    "\"unranked\":[{\"contestant\":\"C3\",\"name\":\"C3\",\"status\":\"withdrawn\"},"
    "{\"contestant\":\"C4\",\"name\":\"C4\",\"status\":\"competing\",\"reason\":\"r1：尚无评分\"}]}]}";

static bool holds(struct text text, const char *part)
{
    struct text wanted = text_from_c(part);
    for (size_t i = 0; i + wanted.length <= text.length; i++)
        if (text_equal((struct text){text.bytes + i, wanted.length}, wanted))
            return true;
    return false;
}

/* Without blanks and newlines outside of texts. */
static struct text compact(struct text json)
{
    struct sink sink = sink_in(unit_arena());
    bool is_in_text = false, is_escaped = false;
    for (size_t i = 0; i < json.length; i++) {
        is_in_text ^= json.bytes[i] == '"' && !is_escaped;
        is_escaped = json.bytes[i] == '\\' && !is_escaped;
        if (is_in_text || (json.bytes[i] != ' ' && json.bytes[i] != '\n'))
            sink_byte(&sink, json.bytes[i]);
    }
    return sink_written(&sink);
}

static struct text joined(const char *start, const char *end)
{
    struct sink sink = sink_in(unit_arena());
    sink_c(&sink, start);
    sink_c(&sink, end);
    sink_byte(&sink, '\0');
    return sink_written(&sink);
}

UNIT_TEST(json_has_the_keys_of_the_contract_in_their_order)
{
    set_up();
    struct text json = standings_json(&standings, INDEX_NONE, unit_arena(), unit_scratch());
    CU_ASSERT_EQUAL(json.bytes[json.length - 1], '\n');
    CHECK_TEXT(compact(json), joined("{\"contest\":\"比赛\",\"status\":\"provisional\",\"complete\":false,"
                                     "\"digits\":2,",
                                     sectors)
                                  .bytes);
}

UNIT_TEST(hash_is_of_the_compact_document_without_status_and_complete)
{
    set_up();
    struct text hashed = joined("{\"contest\":\"比赛\",\"digits\":2,", sectors);
    hashed.length--; /* the NUL */
    struct text hash = standings_hash(&standings, unit_arena(), unit_scratch());
    CHECK_TEXT(sha256_text(hashed, unit_arena()), text_to_c(unit_arena(), hash));
    CU_ASSERT_EQUAL(hash.length, 64);
}

UNIT_TEST(the_hash_is_made_again_from_the_document)
{
    set_up();
    struct text hash;
    standings.is_official = standings.is_complete = true;
    struct text json = standings_json(&standings, INDEX_NONE, unit_arena(), unit_scratch());
    CU_ASSERT_FATAL(result_hash_read(json, unit_arena(), &hash));
    CHECK_TEXT(hash, text_to_c(unit_arena(), standings_hash(&standings, unit_arena(), unit_scratch())));
    standings.is_official = false;
    json = standings_json(&standings, INDEX_NONE, unit_arena(), unit_scratch());
    CU_ASSERT_FALSE(result_hash_read(json, unit_arena(), &hash));
}

UNIT_TEST(csv_quotes_what_must_be)
{
    set_up();
    CHECK_TEXT(standings_csv(&standings, INDEX_NONE, CSV_FOR_PROGRAMS, unit_arena(), unit_scratch()),
               "sector,rank,contestant,name,unit,final,award,status,r1\n"
               "社区,1,C1,\"=萨日娜, \"\"甲\"\"\",平庄镇,91.96,一等奖,competing,91.96\n"
               "社区,2,C2,C2,,91.96,,competing,91.96\n"
               "社区,,C3,C3,,,,withdrawn,\n"
               "社区,,C4,C4,,,,competing,\n");
}

UNIT_TEST(csv_for_spreadsheets_guards_formulas)
{
    set_up();
    struct text csv = standings_csv(&standings, INDEX_NONE, CSV_FOR_SPREADSHEET, unit_arena(), unit_scratch());
    CU_ASSERT(text_starts_with(csv, TEXT("\xEF\xBB\xBFsector,")));
    CU_ASSERT(holds(csv, ",\"'=萨日娜"));
}

UNIT_TEST(other_sectors_are_left_out)
{
    set_up();
    struct text csv = standings_csv(&standings, 7, CSV_FOR_PROGRAMS, unit_arena(), unit_scratch());
    CHECK_TEXT(csv, "sector,rank,contestant,name,unit,final,award,status,r1\n");
}

static struct text explain(size_t contestant)
{
    struct derivation derivation = {.arena = unit_arena(), .contestant = contestant};
    builder_derive(&sheets, contestant, &derivation);
    struct explanation explanation = {&standings, contestant, &derivation};
    return compact(explanation_json(&explanation, unit_arena(), unit_scratch()));
}

UNIT_TEST(explanation_holds_every_step)
{
    set_up();
    struct text json = explain(1);
    CU_ASSERT(holds(json, "\"standing\":{\"rank\":2,"));
    CU_ASSERT(holds(json, "{\"step\":\"sheet\",\"judge\":\"J1\",\"state\":\"given\",\"value\":\"93/1\"}"));
    CU_ASSERT(holds(json, "{\"step\":\"dropped-low\",\"judge\":\"J4\",\"value\":\"913/10\"}"));
    CU_ASSERT(holds(json, "{\"step\":\"adjustment\",\"round\":\"r1\",\"value\":\"-1/2\",\"note\":\"超时\"}"));
    CU_ASSERT(holds(json, "{\"step\":\"final\",\"digits\":2,\"value\":\"45979/500\",\"result\":\"2299/25\"}"));
    CU_ASSERT(holds(explain(3), "{\"step\":\"no-final\",\"note\":\"r1：尚无评分\"}"));
}

UNIT_TEST(manifest_gives_back_its_names)
{
    const struct manifest_entry entries[] = {{TEXT_INIT("a.pdf"), TEXT_INIT("abc")},
                                             {TEXT_INIT("领域.csv"), TEXT_INIT("")}};
    struct text leftover = TEXT("stale.pdf");
    struct manifest manifest = {TEXT("1.0"), TEXT("00"), entries, 2, &leftover, 1};
    struct text bytes = manifest_json(&manifest, unit_arena(), unit_scratch()), *names;
    size_t count;
    CU_ASSERT(holds(bytes, "\"size\": 3,"));
    CU_ASSERT_FATAL(manifest_names(bytes, unit_arena(), &names, &count));
    CU_ASSERT_EQUAL_FATAL(count, 3);
    CHECK_TEXT(names[1], "领域.csv");
    CHECK_TEXT(names[2], "stale.pdf");
}

UNIT_TEST(manifest_without_a_result_vouches_for_nothing)
{
    struct text leftover = TEXT("a.pdf");
    struct manifest manifest = {.version = TEXT("1.0"), .leftover = &leftover, .leftover_count = 1};
    CHECK_TEXT(compact(manifest_json(&manifest, unit_arena(), unit_scratch())),
               "{\"program\":\"biwu\",\"version\":\"1.0\",\"files\":[],\"leftover\":[\"a.pdf\"]}");
}

UNIT_TEST(manifest_names_stay_in_the_folder)
{
    struct text *names;
    size_t count;
    struct text hostile =
        TEXT("{\"program\":\"biwu\",\"files\":[{\"name\":\"../a\"},{\"name\":\"/a\"},{\"name\":\"..\"},"
             "{\"name\":\"\"},{\"name\":\"a\\u0000b\"},{\"name\":7},{},7,{\"name\":\"good\"}],"
             "\"leftover\":[\"../a\",\".a\",7,{}]}");
    CU_ASSERT_FATAL(manifest_names(hostile, unit_arena(), &names, &count));
    CU_ASSERT_EQUAL_FATAL(count, 1);
    CHECK_TEXT(names[0], "good");
    CU_ASSERT_FALSE(manifest_names(TEXT("{\"program\":\"other\",\"files\":[]}"), unit_arena(), &names, &count));
    CU_ASSERT_FALSE(manifest_names(TEXT("nonsense"), unit_arena(), &names, &count));
    CU_ASSERT_FALSE(manifest_names(TEXT(""), unit_arena(), &names, &count));
}
