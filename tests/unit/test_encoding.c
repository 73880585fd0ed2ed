/* Bytes of text files in any encoding: what they become, and what is said where they are none. */
#include "encoding.h"
#include "encoding_evidence.h"
#include "gb18030_doubts.h"
#include "import_files.h"

static struct faults faults;
static struct text utf8;

static bool read_as(enum encoding asked, struct text raw)
{
    faults = faults_in(unit_arena());
    return encoding_as_utf8(raw, asked, TEXT("x"), unit_arena(), &faults, &utf8);
}

static void check_becomes(enum encoding asked, struct text raw, const char *expected)
{
    CU_ASSERT_TRUE_FATAL(read_as(asked, raw));
    CHECK_TEXT(utf8, expected);
    CU_ASSERT_EQUAL(faults.count, 0);
}

static void check_says(enum encoding asked, struct text raw, enum severity severity, const char *expected)
{
    CU_ASSERT_EQUAL(read_as(asked, raw), severity == SEVERITY_WARNING);
    CU_ASSERT_EQUAL_FATAL(faults.count, 1);
    CU_ASSERT_EQUAL(faults.items[0].severity, severity);
    CHECK_TEXT(fault_shown(&faults.items[0]), expected);
}

#define SAVE         " | save it as UTF-8; in a spreadsheet choose “CSV UTF-8”"
#define SAVE_OR_TELL " | save it as UTF-8 (in a spreadsheet choose “CSV UTF-8”), or name its encoding with --encoding"
#define TELL         " | files may differ: leave out --encoding, or save this one as UTF-8 with a BOM"
#define CUT          " | it is the file's end: is the file cut off? Copy or save it again"
#define IF_RIGHT                                                                                                       \
    " | if that is right, all is well; if not, open the file in the program that shows it right, and save it as UTF-8"

/* ---- what is read ---- */

UNIT_TEST(utf8_passes_with_and_without_mark)
{
    struct text lines =
        TEXT("张三,99.5\r\n李四\t98\n0123456789012345678901234567890123456789012345678901234567890123456789");
    check_becomes(ENCODING_UNTOLD, TEXT("张䶮,𠮷"), "张䶮,𠮷");
    check_becomes(ENCODING_UNTOLD, TEXT("\xEF\xBB\xBFid"), "id");
    check_becomes(ENCODING_UNTOLD, TEXT(""), "");
    check_becomes(ENCODING_UNTOLD, TEXT("\xEF\xBB\xBF"), "");
    /* Longer than the blocks that are looked at; not copied. */
    CU_ASSERT_TRUE(read_as(ENCODING_UNTOLD, lines));
    CU_ASSERT_PTR_EQUAL(utf8.bytes, lines.bytes);
    CU_ASSERT_EQUAL(utf8.length, lines.length);
}

/* 张三 is U+5F20 U+4E09, 𠮷 U+20BB7 or D842 DFB7. */
UNIT_TEST(utf16_by_its_mark)
{
    check_becomes(ENCODING_UNTOLD, TEXT("\xFF\xFE\x20\x5F\x09\x4E,\0\x42\xD8\xB7\xDF\r\0\n\0"), "张三,𠮷\r\n");
    check_becomes(ENCODING_UNTOLD, TEXT("\xFE\xFF\x5F\x20\x4E\x09\0,\xD8\x42\xDF\xB7\0\n"), "张三,𠮷\n");
    check_becomes(ENCODING_UNTOLD, TEXT("\xFF\xFE"), "");
    /* A mark counts for more than what the user asks for. */
    check_becomes(ENCODING_GB18030, TEXT("\xFF\xFE\x20\x5F"), "张");
}

UNIT_TEST(utf16_by_its_nul_bytes)
{
    check_becomes(ENCODING_UNTOLD, TEXT("i\0d\0\n\0\x20\x5F\x09\x4E\n\0"), "id\n张三\n");
    check_becomes(ENCODING_UNTOLD, TEXT("\0i\0d\0\r\x5F\x20\x4E\x09\0\r"), "id\r张三\r");
    check_becomes(ENCODING_UNTOLD, TEXT("\x20\x5F,\0"), "张,");
    /* 一 is U+4E00. */
    check_becomes(ENCODING_UNTOLD, TEXT("\0\x4E,\0\0\x4E\n\0"), "一,一\n");
    check_becomes(ENCODING_UNTOLD, TEXT("\x4E\0\0,\x4E\0\0\n"), "一,一\n");
    check_becomes(ENCODING_UNTOLD, TEXT("\x4E\0\0,\0,"), "一,,");
    /* One NUL byte in eight characters, at a line's end; and one in nine. */
    check_becomes(ENCODING_UNTOLD, TEXT("\x20\x5F\x20\x5F\x20\x5F\x20\x5F\x20\x5F\x20\x5F\x20\x5F\n\0"),
                  "张张张张张张张\n");
    check_says(ENCODING_UNTOLD, TEXT("0123456789abcdef\n\0"), SEVERITY_ERROR,
               "2:1 there is a NUL byte here: this is not a plain text file" SAVE_OR_TELL);
}

UNIT_TEST(stray_nul_bytes_make_no_utf16)
{
    const char *said = "2:2 there is a NUL byte here: this is not a plain text file" SAVE_OR_TELL;
    check_says(ENCODING_UNTOLD, TEXT("\xEF\xBB\xBFid\n张\0"), SEVERITY_ERROR, said);
    check_says(ENCODING_UNTOLD, TEXT("id\nA\0,B\n\0"), SEVERITY_ERROR, said);
    check_says(ENCODING_UNTOLD, TEXT("id\nA\0\0\0,"), SEVERITY_ERROR, said);
    check_says(ENCODING_UNTOLD, TEXT("id\nA\0,bcdefghijklm"), SEVERITY_ERROR, said);
    check_says(ENCODING_UNTOLD, TEXT("id\nA\0\0\0\0\0\0\0\0"), SEVERITY_ERROR, said);
}

/* 张三 is D5C5 C8FD, 䶮 FE9F, 喆 86B4, 𠮷 9534 B235 (0x20BB7 - 0x10000 is 68535, or ((5*10+4)*126+49)*10+5 from
 * 9030 8130), ᠮ (U+182E) 8134 D734. */
UNIT_TEST(gb18030_is_what_is_no_utf8)
{
    check_becomes(ENCODING_UNTOLD, TEXT("\xD5\xC5\xC8\xFD,99.5\r\n"), "张三,99.5\r\n");
    check_becomes(ENCODING_UNTOLD, TEXT("\xD5\xC5\xFE\x9F,\x95\x34\xB2\x35"), "张䶮,𠮷");
    check_becomes(ENCODING_UNTOLD, TEXT("\x81\x34\xD7\x34"), "ᠮ");
    check_becomes(ENCODING_UNTOLD, TEXT("\x84\x31\x95\x33\xD5\xC5"), "张");
    check_becomes(ENCODING_UTF8, TEXT("\x84\x31\x95\x33\xD5\xC5"), "张");
}

UNIT_TEST(the_user_may_name_the_encoding)
{
    check_becomes(ENCODING_GB18030, TEXT("\xC3\xA9"), "茅");
    check_becomes(ENCODING_UTF8, TEXT("\xC3\xA9"), "é");
    check_becomes(ENCODING_UTF16LE, TEXT("\x20\x5F"), "张");
    check_becomes(ENCODING_UTF16BE, TEXT("\x5F\x20"), "张");
    check_becomes(ENCODING_UTF16, TEXT("\x5F\x20\0,"), "张,");
    check_becomes(ENCODING_UTF16, TEXT("\x20\x5F,\0"), "张,");
    check_becomes(ENCODING_UTF16, TEXT("\x20\x5F"), "张");
}

static void check_name(const char *name, enum encoding expected)
{
    for (size_t i = 0; i < encoding_name_count; i++)
        if (text_equal(encoding_names[i].name, text_from_c(name))) {
            CU_ASSERT_EQUAL(encoding_names[i].encoding, expected);
            return;
        }
    CU_FAIL("a name is missing");
}

UNIT_TEST(names_are_those_of_the_contract)
{
    check_name("utf-8", ENCODING_UTF8);
    check_name("utf-16", ENCODING_UTF16);
    check_name("utf-16le", ENCODING_UTF16LE);
    check_name("utf-16be", ENCODING_UTF16BE);
    check_name("gb18030", ENCODING_GB18030);
    check_name("gbk", ENCODING_GB18030);
    check_name("gb2312", ENCODING_GB18030);
    CU_ASSERT_EQUAL(encoding_name_count, 7);
}

/* ---- one character, two code points ---- */

/* What GB 18030-2005 had in the private area, what GB 18030-2022 has, and the two-byte code of both. */
static const struct {
    uint32_t before, present;
    const char *code;
} moved[] = {
    {0xE78D, 0xFE10, "\xA6\xD9"},  {0xE78E, 0xFE12, "\xA6\xDA"},  {0xE78F, 0xFE11, "\xA6\xDB"},
    {0xE790, 0xFE13, "\xA6\xDC"},  {0xE791, 0xFE14, "\xA6\xDD"},  {0xE792, 0xFE15, "\xA6\xDE"},
    {0xE793, 0xFE16, "\xA6\xDF"},  {0xE794, 0xFE17, "\xA6\xEC"},  {0xE795, 0xFE18, "\xA6\xED"},
    {0xE796, 0xFE19, "\xA6\xF3"},  {0xE816, 0x20087, "\xFE\x51"}, {0xE817, 0x20089, "\xFE\x52"},
    {0xE818, 0x200CC, "\xFE\x53"}, {0xE81E, 0x9FB4, "\xFE\x59"},  {0xE826, 0x9FB5, "\xFE\x61"},
    {0xE82B, 0x9FB6, "\xFE\x66"},  {0xE82C, 0x9FB7, "\xFE\x67"},  {0xE831, 0x215D7, "\xFE\x6C"},
    {0xE832, 0x9FB8, "\xFE\x6D"},  {0xE83B, 0x2298F, "\xFE\x76"}, {0xE843, 0x9FB9, "\xFE\x7E"},
    {0xE854, 0x9FBA, "\xFE\x90"},  {0xE855, 0x241FE, "\xFE\x91"}, {0xE864, 0x9FBB, "\xFE\xA0"},
};
enum { MOVED = sizeof moved / sizeof *moved };

static struct text written(uint32_t c)
{
    struct sink sink = sink_in(unit_arena());
    sink_c(&sink, "张");
    sink_character(&sink, c);
    sink_c(&sink, ",");
    return sink_written(&sink);
}

UNIT_TEST(all_editions_of_gb18030_give_the_same_names)
{
    CU_ASSERT_EQUAL(MOVED, 24);
    for (size_t i = 0; i < MOVED; i++) {
        const char *present = text_to_c(unit_arena(), written(moved[i].present));
        struct sink gb18030 = sink_in(unit_arena());
        sink_c(&gb18030, "\xD5\xC5");
        sink_c(&gb18030, moved[i].code);
        sink_c(&gb18030, ",");
        check_becomes(ENCODING_GB18030, sink_written(&gb18030), present);
        check_becomes(ENCODING_UNTOLD, written(moved[i].before), present);
        check_becomes(ENCODING_UNTOLD, written(moved[i].present), present);
    }
}

/* U+9FA6 is 8235 8F33 in the BMP's four-byte codes, which count up from there: U+9FB4, 14 on, is 8235 9037. U+FE10 is
 * 8431 8236, and U+FE19 nine on. */
UNIT_TEST(codes_that_were_exchanged_are_read)
{
    check_becomes(ENCODING_GB18030, TEXT("a\x82\x35\x90\x37\xD5\xC5\x82\x35\x91\x34"), "a龴张龻");
    check_becomes(ENCODING_GB18030, TEXT("\x84\x31\x82\x36\x84\x31\x83\x35"), "︐︙");
    check_becomes(ENCODING_GB18030, TEXT("\x82\x35\x8F\x33"), "\xE9\xBE\xA6");
}

UNIT_TEST(other_private_characters_stay)
{
    check_becomes(ENCODING_UNTOLD, TEXT("a\xEE\x80\x80,\xEE\x9E\x8C\xEE\x9E\x97\xEE\xA1\xA5"),
                  "a\xEE\x80\x80,\xEE\x9E\x8C\xEE\x9E\x97\xEE\xA1\xA5");
    check_becomes(ENCODING_UNTOLD, TEXT("\xEE\xA0\x9E\xEE\x80\x80\xEE\xA1\xA4\n"), "龴\xEE\x80\x80龻\n");
}

/* ---- what is no text ---- */

UNIT_TEST(other_kinds_of_file_are_named)
{
    check_says(ENCODING_UNTOLD, TEXT("PK\x03\x04..."), SEVERITY_ERROR,
               "1:1 this is an .xlsx workbook or a zip archive, not a text file" SAVE);
    check_says(ENCODING_GB18030, TEXT("\xD0\xCF\x11\xE0..."), SEVERITY_ERROR,
               "1:1 this is an old .xls workbook or an encrypted one, not a text file" SAVE);
}

static void check_control(struct text raw, const char *place)
{
    struct sink sink = sink_in(unit_arena());
    sink_c(&sink, place);
    sink_c(&sink, " there is a control character here: this is not a plain text file" SAVE_OR_TELL);
    sink_byte(&sink, '\0');
    check_says(ENCODING_UNTOLD, raw, SEVERITY_ERROR, sink_written(&sink).bytes);
}

UNIT_TEST(control_characters_are_no_text)
{
    check_control(TEXT("id\n张\xC2\x9B"), "2:2");
    check_control(TEXT("0123456789012345678901234567890123456789012345678901234567890123456789\x1B"), "1:71");
    check_control(TEXT("\x7F"
                       "012345678901234567890123456789012345678901234567890123456789012"),
                  "1:1");
    check_control(TEXT("张,\xC2\x85\x1B"), "1:3");
    check_control(TEXT("张\x1B,\xC2\x85"), "1:2");
    check_control(TEXT("\xD5\xC5\r\n\xC8\xFD\x81\x30\x81\x30"), "2:2"); /* U+0080 in GB18030 */
    check_control(TEXT("\xFF\xFE\x20\x5F\n\0\x1B\0"), "2:1");
    /* One that comes before a bad byte is what is told, as in a picture. */
    check_control(TEXT("\x89PNG\r\n\x1A\n\xFF"), "2:1");
}

/* ---- bytes that are not in the encoding ---- */

UNIT_TEST(a_bad_byte_is_told_with_the_encoding_and_why)
{
    check_says(ENCODING_UNTOLD, TEXT("\xEF\xBB\xBFid\n张\xFF,..."), SEVERITY_ERROR,
               "2:2 the byte 0xFF is no UTF-8 here, which the file's first bytes announce" SAVE_OR_TELL);
    check_says(ENCODING_UTF8, TEXT("id\n\xD5\xC5,..."), SEVERITY_ERROR,
               "2:1 the byte 0xD5 is no UTF-8 here, which --encoding asks for" TELL);
    check_says(ENCODING_UNTOLD, TEXT("i\0d\0\n\0\x20\x5F\x01\xDC,\0,\0"), SEVERITY_ERROR,
               "2:2 the byte 0x01 is no UTF-16 here, as which the file was read because of its NUL bytes" SAVE_OR_TELL);
    check_says(ENCODING_UNTOLD, TEXT("编号,姓名\n张\xA0三,..."), SEVERITY_ERROR,
               "2:2 the byte 0xA0 is no UTF-8 here, though most of the file is" SAVE_OR_TELL);
    check_says(ENCODING_UNTOLD, TEXT("\xD5\xC5\r\n\xC8\xFD\xD5,..."), SEVERITY_ERROR,
               "2:2 the byte 0xD5 is no GB18030 here, as which the file was read because it is no UTF-8" SAVE_OR_TELL);
    /* José in Latin-1. */
    check_says(ENCODING_UNTOLD, TEXT("id,name\n1,Jos\xE9,..."), SEVERITY_ERROR,
               "2:6 the byte 0xE9 is no GB18030 here, as which the file was read because it is no UTF-8" SAVE_OR_TELL);
    check_says(ENCODING_UNTOLD, TEXT("\xFF\xD5\xC5\xC8\xFD"), SEVERITY_ERROR,
               "1:1 the byte 0xFF is no GB18030 here, as which the file was read because it is no UTF-8" SAVE_OR_TELL);
}

UNIT_TEST(a_file_that_is_cut_off_is_told_so)
{
    check_says(ENCODING_UNTOLD, TEXT("张三\n李\xE5\x9B"), SEVERITY_ERROR,
               "2:2 the byte 0xE5 is no UTF-8 here, though most of the file is" CUT);
    check_says(ENCODING_UNTOLD, TEXT("\xD5\xC5\n\xD5"), SEVERITY_ERROR,
               "2:1 the byte 0xD5 is no GB18030 here, as which the file was read because it is no UTF-8" CUT);
    check_says(ENCODING_UNTOLD, TEXT("\xFF\xFE\x20\x5F\n\0\x20"), SEVERITY_ERROR,
               "2:1 the byte 0x20 is no UTF-16 here, which the file's first bytes announce" CUT);
}

/* ---- doubts ---- */

UNIT_TEST(two_byte_characters_alone_are_hanzi_with_a_warning)
{
    check_says(ENCODING_UNTOLD, TEXT("id\n1,\xC3\xA9\xD6\xB8"), SEVERITY_WARNING,
               "2:3 here stands “茅指” in GB18030, as which the file is read, or “éָ” in UTF-8: both are possible | if "
               "“éָ” is right, say --encoding utf-8, or save the file as UTF-8 with a BOM");
    CHECK_TEXT(utf8, "id\n1,茅指");
    /* Иван: no Latin word. */
    CU_ASSERT_TRUE(read_as(ENCODING_UNTOLD, TEXT("\xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD")));
    CU_ASSERT_EQUAL(faults.by_severity[SEVERITY_WARNING], 1);
}

/* C2 9B is a hanzi in GB18030, and in UTF-8 what terminals take for the beginning of a command. */
UNIT_TEST(no_control_character_is_shown)
{
    check_says(
        ENCODING_UNTOLD, TEXT("\xC2\x9B"), SEVERITY_WARNING,
        "1:1 here stands “聸” in GB18030, as which the file is read, or “ ” in UTF-8: both are possible | if “ ” is "
        "right, say --encoding utf-8, or save the file as UTF-8 with a BOM");
}

UNIT_TEST(words_in_latin_script_are_utf8)
{
    check_becomes(ENCODING_UNTOLD, TEXT("Zoë Müller,Łódź,Ørjan,col·lega\n"), "Zoë Müller,Łódź,Ørjan,col·lega\n");
    check_becomes(ENCODING_UNTOLD, TEXT("José,张"), "José,张");
    CU_ASSERT_TRUE(read_as(ENCODING_UNTOLD, TEXT("Zoë,é,")));
    CU_ASSERT_EQUAL(faults.by_severity[SEVERITY_WARNING], 1);
    CU_ASSERT_TRUE(read_as(ENCODING_UNTOLD, TEXT("Zoë,é")));
    CU_ASSERT_EQUAL(faults.by_severity[SEVERITY_WARNING], 1);
    CU_ASSERT_TRUE(read_as(ENCODING_UNTOLD, TEXT("Zoë,2×3")));
    CU_ASSERT_EQUAL(faults.by_severity[SEVERITY_WARNING], 1);
}

/* 編號,姓名,組別 in Big5 is BD73 B8B9 A96D A657 B2D5 A74F; GB18030 has 絪腹 and so on. Four of them are none of GB2312;
 * without the last two that is three, which may be chance. */
UNIT_TEST(big5_is_refused_and_in_few_characters_suspected)
{
    struct text big5 = TEXT("\xBD\x73\xB8\xB9,\xA9\x6D\xA6\x57,\xB2\xD5\xA7\x4F\n"), few = {big5.bytes, 9};
    check_says(ENCODING_UNTOLD, big5, SEVERITY_ERROR,
               "1:1 here stands “絪腹”, reading GB18030; but the file seems to be Big5 | open the file in the program "
               "that shows it right, and save it as UTF-8; if it is GB18030 all the same, say --encoding gb18030");
    check_says(ENCODING_UNTOLD, few, SEVERITY_WARNING,
               "1:1 here stands “絪腹”, reading GB18030; but the file seems to be Big5" IF_RIGHT);
    CU_ASSERT_TRUE(read_as(ENCODING_GB18030, big5));
    CU_ASSERT_EQUAL(faults.count, 0);
    /* Its mark, 84 31 95 33, says so as well. */
    struct sink marked = sink_in(unit_arena());
    sink_c(&marked, "\x84\x31\x95\x33");
    sink_text(&marked, big5);
    CU_ASSERT_TRUE(read_as(ENCODING_UNTOLD, sink_written(&marked)));
    CU_ASSERT_EQUAL(faults.count, 0);
}

/* Müller in Latin-1 is 4D FC 6C, and FC6C is a hanzi. */
UNIT_TEST(letters_and_hanzi_in_one_word_are_suspected)
{
    check_says(ENCODING_UNTOLD, TEXT("1,M\xFCller\n"), SEVERITY_WARNING,
               "1:4 here stands “黮”, reading GB18030; but the file seems to be in another encoding" IF_RIGHT);
}

static void check_doubt(const char *gb18030, enum gb18030_doubt expected)
{
    CU_ASSERT_EQUAL(gb18030_doubt_of(text_from_c(gb18030)), expected);
}

UNIT_TEST(rare_hanzi_alone_are_no_reason_for_doubt)
{
    check_doubt("", GB18030_LIKELY);
    check_doubt("A\xB0\xE0,\xA9\x96,\x86\xB4", GB18030_LIKELY);      /* A班,〇,喆: few */
    check_doubt("\x86\xB4\x88\xD2\xAB\x68", GB18030_LIKELY);         /* 喆堃玥 */
    check_doubt("\xC0\xEE\x86\xB4\xCD\xF5\x88\xD2", GB18030_LIKELY); /* 李喆王堃: as many as not */
    check_doubt("\x81\x34\xD7\x34\x81\x34\xD7\x34\x81\x34\xD7\x34\x81\x34\xD7\x34", GB18030_LIKELY); /* Mongolian */
    /* Shift_JIS: 佐藤花子; CP1251: words of two letters in pairs. */
    check_doubt("\x8D\xB2\x93\xA1\x89\xD4\x8E\x71", GB18030_MAYBE_OTHER);
    check_doubt("\xE8\xE2\xE0\xED\xEF\xE5\xF2\xF0\xEC\xE0\xF0\xE8\xEB\xEB\xE0\xED", GB18030_MAYBE_OTHER);
}
