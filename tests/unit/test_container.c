/* Containers: one form, and nothing but that form is read. */
#include "container.h"

#include <string.h>

#include "import_files.h"

/* By hand from APPNOTE.TXT, section 4.3: a file a/b of the bytes abc, whose CRC-32 is 352441C2. */
static const char ABC_ZIP[] = "PK\3\4\x14\0\0\x08\0\0\0\0\x21\0\xC2\x41\x24\x35\3\0\0\0\3\0\0\0\3\0\0\0"
                              "a/b"
                              "abc"
                              "PK\1\2\x14\3\x14\0\0\x08\0\0\0\0\x21\0\xC2\x41\x24\x35\3\0\0\0\3\0\0\0\3\0\0\0"
                              "\0\0\0\0\0\0\0\0\xA4\x81\0\0\0\0"
                              "a/b"
                              "PK\5\6\0\0\0\0\1\0\1\0\x31\0\0\0\x24\0\0\0\0";
enum { ABC_ZIP_BYTES = 30 + 6 + 46 + 3 + 22 };

static struct whole_file some[] = {
    {.name = TEXT_INIT("b"), .bytes = TEXT_INIT("second")},
    {.name = TEXT_INIT("a/名"), .bytes = TEXT_INIT("first")},
    {.name = TEXT_INIT("c"), .bytes = TEXT_INIT("")},
};
enum { SOME = sizeof some / sizeof *some };

static struct text written(void)
{
    struct text twice;
    struct container container = {some, SOME};
    CU_ASSERT_FATAL(container_sort(&container, &twice) && container_fits(&container));
    return container_write(&container, unit_arena());
}

static bool is_read(struct text bytes, struct faults *faults, struct container *container)
{
    *faults = faults_in(unit_arena());
    return container_read(bytes, TEXT("x.biwu"), unit_arena(), unit_scratch(), faults, container);
}

static bool is_refused(struct text bytes)
{
    struct faults faults;
    struct container container;
    return !is_read(bytes, &faults, &container) && faults_grave(&faults) == 1 && faults_told(&faults) == 1;
}

/* Whether what is said of these bytes names that. */
static bool tells(struct text bytes, const char *what)
{
    struct faults faults;
    struct container container;
    if (is_read(bytes, &faults, &container) || faults.count != 1)
        return false;
    return strstr(text_to_c(unit_arena(), fault_shown(&faults.items[0])), what) != NULL;
}

static struct text changed(struct text bytes, size_t at, char to)
{
    char *copy = arena_take(unit_arena(), bytes.length, 1);
    memcpy(copy, bytes.bytes, bytes.length);
    copy[at] = to;
    return (struct text){copy, bytes.length};
}

static size_t place_of(struct text bytes, const char *part)
{
    size_t at = 0;
    while (at + strlen(part) <= bytes.length && memcmp(bytes.bytes + at, part, strlen(part)) != 0)
        at++;
    CU_ASSERT_FATAL(at + strlen(part) <= bytes.length);
    return at;
}

UNIT_TEST(a_container_is_a_zip_of_stored_files)
{
    struct whole_file file = {.name = TEXT_INIT("a/b"), .bytes = TEXT_INIT("abc")};
    struct container container = {&file, 1};
    struct text bytes = container_write(&container, unit_arena());
    CU_ASSERT_EQUAL_FATAL(bytes.length, ABC_ZIP_BYTES);
    CU_ASSERT_EQUAL(memcmp(bytes.bytes, ABC_ZIP, ABC_ZIP_BYTES), 0);
}

UNIT_TEST(what_is_written_is_read)
{
    struct faults faults;
    struct container container;
    CU_ASSERT_FATAL(is_read(written(), &faults, &container));
    CU_ASSERT_EQUAL(faults_told(&faults), 0);
    CU_ASSERT_EQUAL_FATAL(container.count, SOME);
    CHECK_TEXT(container.files[0].name, "a/名");
    CHECK_TEXT(container.files[0].bytes, "first");
    CHECK_TEXT(container.files[1].bytes, "second");
    CHECK_TEXT(container.files[2].bytes, "");
}

UNIT_TEST(no_bit_can_be_another)
{
    struct text bytes = written();
    for (size_t at = 0; at < bytes.length; at++)
        for (int bit = 0; bit < 8; bit++)
            CU_ASSERT(is_refused(changed(bytes, at, (char)(bytes.bytes[at] ^ 1 << bit))));
}

UNIT_TEST(nothing_can_be_cut_off_or_added)
{
    struct text bytes = written();
    for (size_t length = 0; length < bytes.length; length++)
        CU_ASSERT(is_refused((struct text){bytes.bytes, length}));
    struct sink longer = sink_in(unit_arena());
    sink_text(&longer, bytes);
    sink_byte(&longer, '\0');
    CU_ASSERT(is_refused(sink_written(&longer)));
}

UNIT_TEST(what_is_said_names_the_file)
{
    struct text bytes = written();
    CU_ASSERT(tells(changed(bytes, place_of(bytes, "first"), 'F'), "a/名"));
    CU_ASSERT(tells(changed(bytes, place_of(bytes, "second"), 'S'), "in b"));
    CU_ASSERT(tells((struct text){bytes.bytes, place_of(bytes, "second") + 2}, "cut off in b"));
    CU_ASSERT(tells((struct text){bytes.bytes, bytes.length - 1}, "cut off in the directory at the end"));
    CU_ASSERT(tells(changed(bytes, bytes.length - 1, 1), "in the directory at the end"));
    CU_ASSERT(tells(TEXT("id,name\n"), "no archive"));
    CU_ASSERT(tells(TEXT(""), "no archive"));
}

UNIT_TEST(names_lead_nowhere_else)
{
    CU_ASSERT(container_name_is_sound(TEXT("a")));
    CU_ASSERT(container_name_is_sound(TEXT("contest/scores/登台 述评…..csv")));
    CU_ASSERT(container_name_is_sound(TEXT("a/..b/.c")));
    CU_ASSERT(container_name_is_sound(TEXT("a\xC2\xA0"
                                           "b\xE2\x80\xA9\xE2\x81\xAA")));
    static const struct text bad[] = {
        TEXT_INIT(""),
        TEXT_INIT("/a"),
        TEXT_INIT("a/"),
        TEXT_INIT("a//b"),
        TEXT_INIT(".."),
        TEXT_INIT("../a"),
        TEXT_INIT("a/../b"),
        TEXT_INIT("a/.."),
        TEXT_INIT("./a"),
        TEXT_INIT("a\\b"),
        TEXT_INIT("C:a"),
        TEXT_INIT("a\nb"),
        TEXT_INIT("a\0b"),
        TEXT_INIT("a\x7F"),
        TEXT_INIT("a\xFF"),
        TEXT_INIT("\xC0\xAE\xC0\xAE/a"),
        TEXT_INIT("a\xC2\x80"),
        TEXT_INIT("a\xC2\x9F"),
        TEXT_INIT("\xE2\x80\xAE"
                  "fdp.exe"),
        TEXT_INIT("\xE2\x81\xA6"
                  "a"),
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CU_ASSERT_FALSE(container_name_is_sound(bad[i]));
    char *longest = arena_take(unit_arena(), 1, 257);
    memset(longest, 'a', 257);
    CU_ASSERT(container_name_is_sound((struct text){longest, 255}));
    CU_ASSERT_FALSE(container_name_is_sound((struct text){longest, 256}));
}

static bool sorts(struct text first, struct text second)
{
    struct whole_file files[] = {{.name = first}, {.name = TEXT_INIT("a-b")}, {.name = second}};
    struct container container = {files, 3};
    struct text twice;
    return container_sort(&container, &twice);
}

UNIT_TEST(a_name_is_one_file_and_no_folder)
{
    CU_ASSERT(sorts(TEXT("a"), TEXT("b")));
    CU_ASSERT_FALSE(sorts(TEXT("a"), TEXT("a")));
    CU_ASSERT_FALSE(sorts(TEXT("a/c"), TEXT("a")));
    CU_ASSERT_FALSE(sorts(TEXT("a/c/d"), TEXT("a/c")));
}

/* Containers that container_write() would never be asked for: sound by their own headers. */
static struct text forged(struct text first, struct text second)
{
    struct whole_file files[] = {{.name = first}, {.name = second}};
    struct container container = {files, 2};
    return container_write(&container, unit_arena());
}

UNIT_TEST(forged_containers_are_refused)
{
    CU_ASSERT_FALSE(is_refused(forged(TEXT("a"), TEXT("b"))));
    CU_ASSERT(is_refused(forged(TEXT("b"), TEXT("a"))));
    CU_ASSERT(is_refused(forged(TEXT("a"), TEXT("a"))));
    CU_ASSERT(is_refused(forged(TEXT("a"), TEXT("a/b"))));
    CU_ASSERT(is_refused(forged(TEXT("../a"), TEXT("b"))));
    CU_ASSERT(is_refused(forged(TEXT("/etc/passwd"), TEXT("b"))));
    CU_ASSERT(is_refused(forged(TEXT("a"), TEXT("b/../../c"))));
}

UNIT_TEST(what_is_too_large_does_not_fit)
{
    struct whole_file files[] = {{.name = TEXT_INIT("a"), .bytes = {NULL, CONTAINER_MOST_BYTES - 22 - 30 - 46 - 2}},
                                 {.name = TEXT_INIT("b")}};
    struct container container = {files, 1};
    CU_ASSERT(container_fits(&container));
    files[0].bytes.length++;
    CU_ASSERT_FALSE(container_fits(&container));
    files[0].bytes.length = SIZE_MAX / 2;
    container.count = 2;
    CU_ASSERT_FALSE(container_fits(&container));
    container.files = ARENA_ARRAY(unit_arena(), struct whole_file, CONTAINER_MOST_FILES + 1);
    container.count = CONTAINER_MOST_FILES;
    CU_ASSERT(container_fits(&container));
    container.count++;
    CU_ASSERT_FALSE(container_fits(&container));
}
