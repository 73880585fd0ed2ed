/* Revisions on the disk: their folders, manifests, records of stages. */
#include "revision.h"

#include <sys/stat.h>
#include <unistd.h>

#include "import_files.h"
#include "sha256.h"
#include "stage_record.h"

/* FIPS 180-4: of "abc". */
#define SHA256_OF_ABC            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define SHA256_OF_NOTHING        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define FINGERPRINT_BY_SHA256SUM "6fd22ec2cd3914d459d2511e8f64ead5bb2f663ea4c0068225f88547af1794ff"

static struct whole_file files[] = {
    {.name = TEXT_INIT("standings.json"), .bytes = TEXT_INIT("abc")},
    {.name = TEXT_INIT("inputs/scores/a.csv"), .bytes = TEXT_INIT("")},
    {.name = TEXT_INIT("inputs/protests.csv"), .bytes = TEXT_INIT("open")},
    {.name = TEXT_INIT("inputs/contest.yaml"), .bytes = TEXT_INIT("abc")},
};
enum { FILES = sizeof files / sizeof *files };

static struct signer signers[] = {{TEXT_INIT("计分员"), TEXT_INIT("周明")},
                                  {TEXT_INIT("复核员"), TEXT_INIT("吴“亮”\\")}};

static struct revision revision_of(size_t number)
{
    return (struct revision){.number = number,
                             .contest = TEXT_INIT("故事会"),
                             .time = TEXT_INIT("2023-10-26T16:03:22+08:00"),
                             .version = TEXT_INIT("0.1.0"),
                             .signers = signers,
                             .signer_count = 2,
                             .result = TEXT_INIT(SHA256_OF_ABC),
                             .reason = number > 1 ? TEXT("更正") : TEXT("")};
}

static enum whole_outcome write_into(const char *folder, struct revision *revision, struct faults *faults)
{
    const struct moves none = {0};
    return revision_write(folder, revision, &none, files, FILES, unit_arena(), unit_scratch(), faults);
}

UNIT_TEST(a_revision_is_read_as_it_was_written)
{
    const char *folder = test_folder();
    struct faults faults = faults_in(unit_arena());
    struct revision written = revision_of(1), read;
    CU_ASSERT_EQUAL(revisions_count(folder, unit_scratch()), 0);
    CU_ASSERT_EQUAL_FATAL(write_into(folder, &written, &faults), WHOLE_WRITTEN);
    CU_ASSERT_EQUAL(revisions_count(folder, unit_scratch()), 1);
    CU_ASSERT_FATAL(revision_read(folder, 1, unit_arena(), &faults, &read));
    CU_ASSERT_EQUAL(faults_told(&faults), 0);
    CU_ASSERT(text_equal(read.manifest, written.manifest) && text_equal(read.fingerprint, written.fingerprint));
    CHECK_TEXT(read.signers[1].name, "吴“亮”\\");
    CHECK_TEXT(revision_day(&read), "2023-10-26");
    CU_ASSERT_EQUAL_FATAL(read.file_count, FILES);
    CHECK_TEXT(read.files[0].name, "inputs/contest.yaml");
    CHECK_TEXT(read.files[2].name, "inputs/scores/a.csv");
    CHECK_TEXT(read.files[2].sha256, SHA256_OF_NOTHING);
    test_folder_remove(folder);
}

/* printf '%s  contest.yaml\n%s  scores/a.csv\n' SHA256_OF_ABC SHA256_OF_NOTHING | sha256sum */
UNIT_TEST(the_fingerprint_is_that_of_sha256sum)
{
    const char *folder = test_folder();
    struct faults faults = faults_in(unit_arena());
    struct revision revision = revision_of(1);
    CU_ASSERT_EQUAL(write_into(folder, &revision, &faults), WHOLE_WRITTEN);
    CHECK_TEXT(revision.fingerprint, FINGERPRINT_BY_SHA256SUM);
    test_folder_remove(folder);
}

UNIT_TEST(nobodys_place_is_taken)
{
    const char *folder = test_folder();
    struct faults faults = faults_in(unit_arena());
    struct revision first = revision_of(1), again = revision_of(1), read;
    again.result = TEXT(SHA256_OF_NOTHING);
    CU_ASSERT_EQUAL(write_into(folder, &first, &faults), WHOLE_WRITTEN);
    CU_ASSERT_EQUAL(write_into(folder, &again, &faults), WHOLE_TAKEN);
    CU_ASSERT_EQUAL(faults_told(&faults), 0);
    CU_ASSERT(revision_read(folder, 1, unit_arena(), &faults, &read));
    CHECK_TEXT(read.result, SHA256_OF_ABC);
    test_folder_remove(folder);
}

UNIT_TEST(the_newest_has_the_highest_number)
{
    const char *folder = test_folder();
    struct faults faults = faults_in(unit_arena());
    struct revision far = revision_of(12), near = revision_of(3);
    CU_ASSERT_EQUAL(write_into(folder, &far, &faults), WHOLE_WRITTEN);
    CU_ASSERT_EQUAL(write_into(folder, &near, &faults), WHOLE_WRITTEN);
    CU_ASSERT_EQUAL(revisions_count(folder, unit_scratch()), 12);
    CHECK_TEXT(text_from_c(revision_path("x/", 12, TEXT("a"), unit_arena())), "x/revisions/012/a");
    test_folder_remove(folder);
}

/* Of a sound manifest with one of its parts exchanged. */
static bool reads_as(const char *old, const char *new_part, struct revision *read)
{
    struct revision revision = revision_of(1);
    struct revision_file file = {TEXT_INIT("inputs/contest.yaml"), TEXT_INIT(SHA256_OF_ABC), 3};
    struct issued_certificate certificates[] = {
        {.number = 1,
         .printed = TEXT_INIT("BW-1"),
         .kind = PLACED_CONTESTANT,
         .of = {[ISSUED_ID] = TEXT_INIT("01"), [ISSUED_NAME] = TEXT_INIT("甲"), [ISSUED_SECTOR] = TEXT_INIT("组")}},
        {.number = 2, .kind = PLACED_UNIT, .of = {[ISSUED_NAME] = TEXT_INIT("东街")}, .is_recalled = true},
        {.number = 3,
         .kind = PLACED_TEAM,
         .of = {[ISSUED_MEMBERS] = TEXT_INIT("甲、乙"), [ISSUED_AWARD] = TEXT_INIT("奖")}}};
    const struct moves none = {0};
    revision.issued = (struct issued){certificates, 3, 3};
    revision.files = &file, revision.file_count = 1;
    revision.fingerprint = revision_fingerprint(&file, 1, unit_arena());
    struct text whole = revision_manifest(&revision, &none, unit_arena());
    const char *c = text_to_c(unit_arena(), whole), *at = strstr(c, old);
    CU_ASSERT_PTR_NOT_NULL_FATAL(at);
    struct sink changed = sink_in(unit_arena());
    sink_text(&changed, (struct text){c, (size_t)(at - c)});
    sink_c(&changed, new_part);
    sink_c(&changed, at + strlen(old));
    return revision_manifest_read(sink_written(&changed), 1, unit_arena(), read);
}

static bool reads(const char *old, const char *new_part)
{
    struct revision read;
    return reads_as(old, new_part, &read);
}

UNIT_TEST(certificates_are_read_as_they_were_written)
{
    struct revision read;
    CU_ASSERT_FATAL(reads_as("\"biwu\"", "\"biwu\"", &read));
    CU_ASSERT_EQUAL_FATAL(read.issued.count, 3);
    const struct issued_certificate *items = read.issued.items;
    CU_ASSERT(items[0].kind == PLACED_CONTESTANT && items[1].kind == PLACED_UNIT && items[2].kind == PLACED_TEAM);
    CU_ASSERT(!items[0].is_recalled && items[1].is_recalled && !items[2].is_recalled);
    CU_ASSERT(items[0].number == 1 && items[1].number == 2 && items[2].number == 3);
    CHECK_TEXT(items[0].printed, "BW-1");
    CHECK_TEXT(items[0].of[ISSUED_ID], "01");
    CHECK_TEXT(items[0].of[ISSUED_SECTOR], "组");
    CHECK_TEXT(items[1].of[ISSUED_NAME], "东街");
    CHECK_TEXT(items[2].of[ISSUED_MEMBERS], "甲、乙");
    CHECK_TEXT(items[2].of[ISSUED_AWARD], "奖");
    CU_ASSERT_FATAL(reads_as("\"certificates\"", "\"other\"", &read));
    CU_ASSERT_EQUAL(read.issued.count, 0);
}

UNIT_TEST(what_is_no_manifest_is_refused)
{
    struct revision read;
    CU_ASSERT(reads("\"biwu\"", "\"biwu\""));
    CU_ASSERT_FALSE(reads("\"biwu\"", "\"other\""));
    CU_ASSERT_FALSE(reads("\"biwu\"", "7"));
    CU_ASSERT_FALSE(reads("\"format\": 1", "\"format\": 2"));
    CU_ASSERT_FALSE(reads("\"revision\": 1", "\"revision\": 2"));
    CU_ASSERT_FALSE(reads("\"revision\": 1", "\"revision\": -1"));
    CU_ASSERT_FALSE(reads("\"signed\"", "\"unsigned\""));
    CU_ASSERT_FALSE(reads("\"files\"", "\"no\""));
    CU_ASSERT_FALSE(reads("\"result\": \"ba78", "\"result\": \"BA78"));
    CU_ASSERT_FALSE(reads("\"result\": \"ba78", "\"result\": \"ba7"));
    CU_ASSERT_FALSE(reads("\"sha256\": \"ba78", "\"sha256\": \"aa78"));
    CU_ASSERT_FALSE(reads("inputs/contest.yaml", "inputs/other.yaml"));
    CU_ASSERT_FALSE(reads("\"size\": 3", "\"size\": -3"));
    CU_ASSERT_FALSE(reads("2023-10-26T", "2023-1月26T"));
    CU_ASSERT_FALSE(reads("2023-10-26T16:03:22+08:00", "2023-10"));
    CU_ASSERT_FALSE(reads("\"number\": 2", "\"number\": 0"));
    CU_ASSERT_FALSE(reads("\"number\": 2", "\"number\": 9223372036854775807"));
    CU_ASSERT_FALSE(reads("\"kind\": \"team\"", "\"kind\": \"club\""));
    CU_ASSERT_FALSE(reads("\"certificates\": [", "\"certificates\": 1, \"other\": ["));
    CU_ASSERT_FALSE(reads("\"format\": 1", "\"format\": 1, \"format\": 1"));
    CU_ASSERT_FALSE(revision_manifest_read(TEXT(""), 1, unit_arena(), &read));
    CU_ASSERT_FALSE(revision_manifest_read(TEXT("[1"), 1, unit_arena(), &read));
    CU_ASSERT_FALSE(revision_manifest_read(TEXT("[]"), 1, unit_arena(), &read));
}

UNIT_TEST(a_record_of_a_stage_is_read_as_it_was_written)
{
    const char *folder = test_folder();
    struct faults faults = faults_in(unit_arena());
    struct stage_record read, written = {.number = 1,
                                         .kind = STAGE_NOTICE,
                                         .time = TEXT_INIT("2023-10-27T09:00:00+08:00"),
                                         .by = TEXT_INIT("周明"),
                                         .result = TEXT_INIT(SHA256_OF_ABC),
                                         .revision = 2,
                                         .manifest = TEXT_INIT(SHA256_OF_NOTHING),
                                         .from = TEXT_INIT("2023-10-27"),
                                         .to = TEXT_INIT("2023-11-02"),
                                         .working_days = 5};
    CU_ASSERT_EQUAL(stage_records_count(folder, unit_scratch()), 0);
    CU_ASSERT_EQUAL(stage_record_write(folder, &written, unit_arena(), unit_scratch(), &faults), WHOLE_WRITTEN);
    CU_ASSERT_EQUAL(stage_record_write(folder, &written, unit_arena(), unit_scratch(), &faults), WHOLE_TAKEN);
    CU_ASSERT_EQUAL(stage_records_count(folder, unit_scratch()), 1);
    CU_ASSERT_EQUAL(revisions_count(folder, unit_scratch()), 0); /* `stages` is no number */
    CU_ASSERT_FATAL(stage_record_read(folder, 1, unit_arena(), &faults, &read));
    CU_ASSERT(read.kind == STAGE_NOTICE && read.revision == 2 && read.working_days == 5);
    CHECK_TEXT(read.by, "周明");
    CHECK_TEXT(read.to, "2023-11-02");
    CU_ASSERT(text_equal(read.sha256, written.sha256) && read.former.length == 0);
    CU_ASSERT_FALSE(stage_record_read(folder, 2, unit_arena(), &faults, &read));
    CU_ASSERT_EQUAL(faults.by_severity[SEVERITY_WARNING], 1);
    test_folder_remove(folder);
}

UNIT_TEST(placements_are_those_of_the_standings)
{
    struct placements placements;
    CU_ASSERT_FATAL(placements_read(
        TEXT("{\"sectors\": [{\"sector\": \"青年组\", \"ranking\": [{\"rank\": 2, \"contestant\": \"01\", \"name\": "
             "\"甲\", "
             "\"final\": \"91.00\", \"award\": \"一等奖\", \"promoted\": true, \"special\": [\"风采奖\"]}, {\"rank\": "
             "3, "
             "\"contestant\": \"02\", \"name\": \"乙\", \"special\": [\"风采奖\", \"组织奖\"]}], \"unranked\": "
             "[{\"contestant\": \"03\", \"name\": \"丙\", \"status\": \"withdrawn\"}]}]}"),
        unit_arena(), &placements));
    CU_ASSERT_EQUAL_FATAL(placements.count, 3);
    CHECK_TEXT(placements.items[0].award, "一等奖、风采奖");
    CHECK_TEXT(placements.items[0].final, "91.00");
    CU_ASSERT(placements.items[0].rank == 2 && placements.items[0].is_promoted);
    CHECK_TEXT(placements.items[1].award, "风采奖、组织奖");
    CU_ASSERT(placements.items[2].rank == 0 && !placements.items[2].is_promoted);
    CHECK_TEXT(placements.items[2].sector, "青年组");
    CU_ASSERT_FATAL(placements_read(
        TEXT("{\"sectors\": [], \"teams\": [{\"rank\": 2, \"team\": \"东街\", \"score\": \"180.00\"}], \"special\": "
             "[{\"award\": \"组织奖\", \"unit\": \"东街\"}, {\"award\": \"风采奖\", \"contestant\": \"01\"}, "
             "{\"award\": \"贡献奖\", \"unit\": \"东街\"}, {\"award\": \"组织奖\", \"unit\": \"西街\"}]}"),
        unit_arena(), &placements));
    CU_ASSERT_EQUAL_FATAL(placements.count, 3);
    CU_ASSERT(placements.items[0].kind == PLACED_TEAM && placements.items[0].rank == 2);
    CHECK_TEXT(placements.items[0].name, "东街");
    CHECK_TEXT(placements.items[0].final, "180.00");
    CU_ASSERT(placements.items[1].kind == PLACED_UNIT && placements.items[1].rank == 0);
    CHECK_TEXT(placements.items[1].award, "组织奖、贡献奖");
    CHECK_TEXT(placements.items[2].name, "西街");
    CU_ASSERT_FALSE(placements_read(TEXT("{}"), unit_arena(), &placements));
    CU_ASSERT_FALSE(placements_read(TEXT(""), unit_arena(), &placements));
}
