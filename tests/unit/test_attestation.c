#include "attestation.h"

#include <string.h>

#include "unit.h"

static const struct attestation CERTIFICATE = {TEXT_INIT("比武争星"), TEXT_INIT("BW-2023-0001"),
                                               TEXT_INIT("阿拉坦·其其格"), TEXT_INIT("一等奖"), TEXT_INIT("0123abcd")};
static const unsigned char SEED[32] = {1};

static struct text signed_text(const struct attestation *attestation)
{
    struct signing_key key;
    CU_ASSERT_FATAL(signing_key_from_seed(SEED, &key));
    struct text written = attestation_text(attestation, &key, unit_arena());
    signing_key_release(&key);
    return written;
}

static enum attestation_state state_of(struct text written)
{
    struct attestation read;
    struct public_key signer;
    return attestation_read(written, unit_arena(), &read, &signer);
}

UNIT_TEST(without_a_key_the_hash_alone_vouches)
{
    CHECK_TEXT(attestation_text(&CERTIFICATE, NULL, unit_arena()),
               "biwu1/比武争星/BW-2023-0001/阿拉坦·其其格/一等奖/0123abcd//");
    CU_ASSERT_EQUAL(state_of(TEXT("biwu1/a////0123abcd//")), ATTESTATION_UNSIGNED);
}

UNIT_TEST(what_was_signed_is_read_again)
{
    struct attestation odd = {TEXT("a/b 100%;$(x)"), TEXT(""), TEXT("O'Neil"), TEXT("~._-"), TEXT("00")}, read;
    struct public_key signer;
    struct signing_key key;
    struct text written = signed_text(&odd);
    CU_ASSERT_FATAL(signing_key_from_seed(SEED, &key));
    CU_ASSERT(text_starts_with(written, TEXT("biwu1/a%2Fb%20100%25%3B%24%28x%29//O%27Neil/~._-/00/")));
    CU_ASSERT_EQUAL_FATAL(attestation_read(written, unit_arena(), &read, &signer), ATTESTATION_SIGNED);
    CHECK_TEXT(read.contest, "a/b 100%;$(x)");
    CHECK_TEXT(read.number, "");
    CHECK_TEXT(read.name, "O'Neil");
    CHECK_TEXT(read.award, "~._-");
    CHECK_TEXT(read.hash, "00");
    CU_ASSERT_EQUAL(memcmp(signer.bytes, key.public_key.bytes, PUBLIC_KEY_BYTES), 0);
    signing_key_release(&key);
}

UNIT_TEST(the_same_is_signed_alike)
{
    struct text a = signed_text(&CERTIFICATE), b = signed_text(&CERTIFICATE);
    CU_ASSERT(text_equal(a, b));
}

UNIT_TEST(blanks_around_do_not_matter)
{
    struct sink sink = sink_in(unit_arena());
    sink_c(&sink, " \n");
    sink_text(&sink, signed_text(&CERTIFICATE));
    sink_c(&sink, "\r\n");
    CU_ASSERT_EQUAL(state_of(sink_written(&sink)), ATTESTATION_SIGNED);
}

/* Whatever single byte is put in whatever place: never again signed. */
UNIT_TEST(no_byte_can_be_changed)
{
    struct text written = signed_text(&CERTIFICATE);
    static const char others[] = "/%A0b=\n\x80\xE4 ";
    size_t tried = 0;
    for (size_t i = 0; i < written.length; i++) {
        for (size_t k = 0; k < sizeof others; k++) {
            struct arena scratch = unit_scratch();
            char *changed = arena_take(&scratch, 1, written.length);
            memcpy(changed, written.bytes, written.length);
            changed[i] = others[k];
            bool is_changed = changed[i] != written.bytes[i] && !(changed[i] == '\n' && i + 1 == written.length);
            tried += is_changed;
            CU_ASSERT_TRUE(!is_changed || state_of((struct text){changed, written.length}) != ATTESTATION_SIGNED);
        }
    }
    CU_ASSERT(tried > 2000);
}

UNIT_TEST(nothing_can_be_cut_off)
{
    struct text written = signed_text(&CERTIFICATE);
    for (size_t length = 0; length < written.length; length++)
        CU_ASSERT_NOT_EQUAL(state_of((struct text){written.bytes, length}), ATTESTATION_SIGNED);
}

UNIT_TEST(a_text_without_its_signature_is_not_unsigned)
{
    struct text written = signed_text(&CERTIFICATE);
    written.length -= 86; /* 64 bytes in base64url */
    CU_ASSERT_EQUAL(state_of(written), ATTESTATION_FOREIGN);
}

UNIT_TEST(another_form_is_foreign)
{
    static const char *const texts[] = {
        "",
        "http://example.org/",
        "biwu2/a/b/c/d/e//",
        "biwu1/a/b/c/d/e/",
        "biwu1/a/b/c/d/e///",
        "biwu1/a%0A/b/c/d/e//", /* a control character */
        "biwu1/a%7F/b/c/d/e//",
        "biwu1/a%41/b/c/d/e//", /* A needs no escape */
        "biwu1/a%2f/b/c/d/e//", /* small digits */
        "biwu1/a%2/b/c/d/e//",
        "biwu1/a b/b/c/d/e//",
        "biwu1/a/b/\xFF/d/e//",
        "biwu1/a/b/c/d/e/AAAA/",
        "biwu1/a/b/c/d/e//AAAA",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        CU_ASSERT_EQUAL(state_of(text_from_c(texts[i])), ATTESTATION_FOREIGN);
}
