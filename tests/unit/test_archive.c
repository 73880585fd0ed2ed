/* Archives: signed, told by hashes, and refused where anything is another. */
#include "archive.h"

#include <string.h>

#include "archive_signature.h"
#include "import_files.h"

/* FIPS 180-4. */
#define SHA256_OF_ABC     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define SHA256_OF_NOTHING "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

static const struct whole_file parts[] = {
    {.name = TEXT_INIT("standings.json"), .bytes = TEXT_INIT("{}")},
    {.name = TEXT_INIT("standings.csv"), .bytes = TEXT_INIT("rank")},
    {.name = TEXT_INIT("manifest.json"), .bytes = TEXT_INIT("{}")},
    {.name = TEXT_INIT("contest/contest.yaml"), .bytes = TEXT_INIT("title: 故事会")},
    {.name = TEXT_INIT("documents/leaderboard.pdf"), .bytes = TEXT_INIT("%PDF")},
};
enum { PARTS = sizeof parts / sizeof *parts };

static struct signing_key key_of(unsigned char byte)
{
    unsigned char seed[PUBLIC_KEY_BYTES];
    struct signing_key key;
    memset(seed, byte, sizeof seed);
    CU_ASSERT_FATAL(signing_key_from_seed(seed, &key));
    return key;
}

/* All files of an archive, which a test may then change. */
static struct container sealed(const struct signing_key *key)
{
    struct whole_file *files = ARENA_ARRAY(unit_arena(), struct whole_file, PARTS);
    struct container container = {files, PARTS};
    struct faults faults = faults_in(unit_arena());
    memcpy(files, parts, sizeof parts);
    CU_ASSERT_FATAL(archive_complete(&container, key, TEXT("x"), unit_arena(), &faults));
    return container;
}

static bool reads(const struct container *container, struct faults *faults, struct archive *archive)
{
    *faults = faults_in(unit_arena());
    struct text bytes = container_write(container, unit_arena());
    return archive_read(bytes, TEXT("x.biwu"), unit_arena(), unit_scratch(), faults, archive);
}

/* Whether it is refused, and each fault names `what`. */
static bool tells(const struct container *container, const char *what)
{
    struct archive archive;
    struct faults faults;
    bool tells = !reads(container, &faults, &archive) && faults.count > 0;
    for (size_t i = 0; tells && i < faults.count; i++)
        tells = strstr(text_to_c(unit_arena(), fault_shown(&faults.items[i])), what) != NULL;
    return tells;
}

static struct whole_file *find(struct container *container, struct text name)
{
    for (size_t i = 0; i < container->count; i++)
        if (text_equal(container->files[i].name, name))
            return &container->files[i];
    CU_FAIL_FATAL("no such file");
    return NULL;
}

static void drop(struct container *container, struct text name)
{
    struct whole_file *file = find(container, name), *end = container->files + container->count--;
    memmove(file, file + 1, (size_t)(end - file - 1) * sizeof *file);
}

/* SHA256SUMS made again of what the files are now, as somebody would who has changed one. */
static void sum_again(struct container *container)
{
    find(container, ARCHIVE_SUMS)->bytes = archive_sums(container, unit_arena());
}

UNIT_TEST(an_archive_is_read_as_it_was_sealed)
{
    struct signing_key key = key_of(1);
    struct container container = sealed(&key);
    struct archive archive;
    struct faults faults;
    CU_ASSERT_FATAL(reads(&container, &faults, &archive));
    CU_ASSERT_EQUAL(faults_told(&faults), 0);
    CU_ASSERT(archive.is_signed && public_key_is_same(&archive.signer, &key.public_key));
    CU_ASSERT_EQUAL(archive.container.count, PARTS + 3);
    CHECK_TEXT(archive_find(&archive, TEXT("documents/leaderboard.pdf"))->bytes, "%PDF");
    CU_ASSERT_PTR_NULL(archive_find(&archive, TEXT("documents")));
    signing_key_release(&key);
    container = sealed(NULL);
    CU_ASSERT(reads(&container, &faults, &archive) && !archive.is_signed);
    CU_ASSERT_EQUAL(archive.container.count, PARTS + 2);
}

UNIT_TEST(sums_are_those_of_sha256sum)
{
    struct whole_file files[] = {{.name = TEXT_INIT("SHA256SUMS"), .bytes = TEXT_INIT("x")},
                                 {.name = TEXT_INIT("a b"), .bytes = TEXT_INIT("abc")},
                                 {.name = TEXT_INIT("signature.txt"), .bytes = TEXT_INIT("x")},
                                 {.name = TEXT_INIT("z"), .bytes = TEXT_INIT("")}};
    struct container container = {files, 4};
    CHECK_TEXT(archive_sums(&container, unit_arena()), SHA256_OF_ABC "  a b\n" SHA256_OF_NOTHING "  z\n");
}

UNIT_TEST(a_changed_file_is_named)
{
    struct signing_key key = key_of(1);
    for (size_t i = 0; i < PARTS; i++) {
        struct container container = sealed(&key);
        find(&container, parts[i].name)->bytes = TEXT("other");
        CU_ASSERT(tells(&container, parts[i].name.bytes));
    }
    signing_key_release(&key);
}

UNIT_TEST(files_that_went_or_came_are_named)
{
    struct signing_key key = key_of(1);
    struct container container = sealed(&key);
    drop(&container, TEXT("documents/leaderboard.pdf"));
    CU_ASSERT(tells(&container, "documents/leaderboard.pdf is missing"));
    container = sealed(&key);
    drop(&container, ARCHIVE_STANDINGS);
    CU_ASSERT(tells(&container, "standings.json is missing"));
    container = sealed(&key);
    find(&container, TEXT("documents/leaderboard.pdf"))->name = TEXT("documents/leaderboard2.pdf");
    CU_ASSERT(tells(&container, "documents/leaderboard"));
    signing_key_release(&key);
    container = sealed(NULL);
    find(&container, TEXT("documents/leaderboard.pdf"))->name = TEXT("elsewhere/a.pdf");
    struct text twice;
    CU_ASSERT(container_sort(&container, &twice));
    sum_again(&container);
    CU_ASSERT(tells(&container, "elsewhere/a.pdf is no file of an archive"));
}

UNIT_TEST(hashes_made_again_break_the_signature)
{
    struct signing_key key = key_of(1);
    struct container container = sealed(&key);
    find(&container, ARCHIVE_STANDINGS)->bytes = TEXT("other");
    sum_again(&container);
    CU_ASSERT(tells(&container, "the signature does not hold"));
    container = sealed(&key);
    find(&container, ARCHIVE_SIGNATURE)->bytes = TEXT("biwu archive 1\n");
    CU_ASSERT(tells(&container, "the signature does not hold"));
    signing_key_release(&key);
}

UNIT_TEST(sums_of_another_form_are_refused)
{
    struct container container = sealed(NULL);
    struct sink sums = sink_in(unit_arena());
    sink_text(&sums, find(&container, ARCHIVE_SUMS)->bytes);
    sink_byte(&sums, '\n');
    find(&container, ARCHIVE_SUMS)->bytes = sink_written(&sums);
    CU_ASSERT(tells(&container, "SHA256SUMS is not as biwu seal writes it"));
    find(&container, ARCHIVE_SUMS)->bytes = TEXT("");
    CU_ASSERT(tells(&container, "was added"));
}

UNIT_TEST(a_signature_has_one_form)
{
    struct signing_key key = key_of(1), other = key_of(2);
    struct public_key signer;
    struct text good = archive_signature(TEXT("sums\n"), &key, unit_arena());
    CU_ASSERT(archive_signature_holds(good, TEXT("sums\n"), unit_scratch(), &signer));
    CU_ASSERT(public_key_is_same(&signer, &key.public_key));
    CU_ASSERT_FALSE(archive_signature_holds(good, TEXT("sums"), unit_scratch(), &signer));
    char *bytes = arena_take(unit_arena(), 1, good.length + 1);
    for (size_t at = 0; at < good.length; at++)
        for (int bit = 0; bit < 8; bit++) {
            memcpy(bytes, good.bytes, good.length);
            bytes[at] = (char)(bytes[at] ^ 1 << bit);
            struct text bad = {bytes, good.length};
            CU_ASSERT_FALSE(archive_signature_holds(bad, TEXT("sums\n"), unit_scratch(), &signer));
        }
    bytes[good.length - 1] = '\n', bytes[good.length] = '\n';
    struct text longer = {bytes, good.length + 1};
    CU_ASSERT_FALSE(archive_signature_holds(longer, TEXT("sums\n"), unit_scratch(), &signer));
    CU_ASSERT_FALSE(
        archive_signature_holds((struct text){good.bytes, good.length - 1}, TEXT("sums\n"), unit_scratch(), &signer));
    /* One that begins otherwise is of something else that this key has signed. */
    struct signature bare = signing_key_sign(&key, TEXT("sums\n"));
    struct sink forged = sink_in(unit_arena());
    sink_c(&forged, "biwu archive 1\nkey ");
    sink_text(&forged, public_key_text(&key.public_key, unit_arena()));
    sink_c(&forged, "\nsignature ");
    sink_text(&forged, base64url_of(bare.bytes, sizeof bare.bytes, unit_arena()));
    sink_byte(&forged, '\n');
    CU_ASSERT_FALSE(archive_signature_holds(sink_written(&forged), TEXT("sums\n"), unit_scratch(), &signer));
    signing_key_release(&key);
    signing_key_release(&other);
}

UNIT_TEST(names_that_no_archive_holds_are_refused)
{
    struct whole_file file = {.name = TEXT_INIT("contest/scores/a\\b.csv")};
    struct container container = {&file, 1};
    struct faults faults = faults_in(unit_arena());
    CU_ASSERT_FALSE(archive_complete(&container, NULL, TEXT("x"), unit_arena(), &faults));
    CU_ASSERT_EQUAL(faults_grave(&faults), 1);
    struct whole_file twice[] = {{.name = TEXT_INIT("a")}, {.name = TEXT_INIT("a")}};
    container = (struct container){twice, 2};
    CU_ASSERT_FALSE(archive_complete(&container, NULL, TEXT("x"), unit_arena(), &faults));
    CU_ASSERT_EQUAL(faults_grave(&faults), 2);
}

UNIT_TEST(a_manifest_tells_its_version)
{
    struct revision revision = {.number = 2, .contest = TEXT_INIT("故事会"), .result = TEXT_INIT(SHA256_OF_ABC)};
    struct rules rules = {0};
    struct text manifest = archive_manifest(&rules, &revision, TEXT("1.2.3"), unit_arena());
    CHECK_TEXT(archive_manifest_version(manifest, unit_arena()), "1.2.3");
    CHECK_TEXT(
        archive_manifest_version(TEXT("{\"program\": \"biwu\", \"format\": 2, \"version\": \"1\"}"), unit_arena()), "");
    CHECK_TEXT(archive_manifest_version(TEXT("[]"), unit_arena()), "");
    CHECK_TEXT(archive_manifest_version(TEXT(""), unit_arena()), "");
}
