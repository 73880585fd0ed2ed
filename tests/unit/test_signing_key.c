#include "signing_key.h"

#include <string.h>

#include "unit.h"

/* RFC 8032, section 7.1, TEST 2: the message is the one byte 0x72. */
static const unsigned char SEED[] = {0x4c, 0xcd, 0x08, 0x9b, 0x28, 0xff, 0x96, 0xda, 0x9d, 0xb6, 0xc3,
                                     0x46, 0xec, 0x11, 0x4e, 0x0f, 0x5b, 0x8a, 0x31, 0x9f, 0x35, 0xab,
                                     0xa6, 0x24, 0xda, 0x8c, 0xf6, 0xed, 0x4f, 0xb8, 0xa6, 0xfb};
/* Their hexadecimal digits of the RFC as base64url, and the fingerprint, by Python's base64 and hashlib. */
#define PUBLIC_KEY  "PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw"
#define SIGNATURE   "kqAJqfDUyrhyDoILX2QlQKKye1QWUD-Ps3YiI-vbadoIWsHkPhWZbkWPNhPQ8R2MOHsurrQwKu6wDSkWErsMAA"
#define FINGERPRINT "39f7-13d0-a644-253f"

static struct signing_key key_of_rfc(void)
{
    struct signing_key key;
    CU_ASSERT_FATAL(signing_key_from_seed(SEED, &key));
    return key;
}

UNIT_TEST(signs_as_the_rfc_says)
{
    struct signing_key key = key_of_rfc();
    struct signature signature = signing_key_sign(&key, TEXT("r"));
    CHECK_TEXT(public_key_text(&key.public_key, unit_arena()), PUBLIC_KEY);
    CHECK_TEXT(base64url_of(signature.bytes, sizeof signature.bytes, unit_arena()), SIGNATURE);
    CU_ASSERT(public_key_verifies(&key.public_key, TEXT("r"), &signature));
    CU_ASSERT_FALSE(public_key_verifies(&key.public_key, TEXT("s"), &signature));
    CU_ASSERT_FALSE(public_key_verifies(&key.public_key, TEXT(""), &signature));
    signature.bytes[0] ^= 1;
    CU_ASSERT_FALSE(public_key_verifies(&key.public_key, TEXT("r"), &signature));
    signing_key_release(&key);
    CU_ASSERT_PTR_NULL(key.secret);
}

UNIT_TEST(every_new_key_is_another)
{
    struct signing_key a, b;
    CU_ASSERT_FATAL(signing_key_make(&a) && signing_key_make(&b));
    CU_ASSERT_NOT_EQUAL(memcmp(a.public_key.bytes, b.public_key.bytes, PUBLIC_KEY_BYTES), 0);
    signing_key_release(&a);
    signing_key_release(&b);
}

UNIT_TEST(is_named_by_fingerprint_or_key)
{
    struct signing_key key = key_of_rfc(), other;
    CU_ASSERT_FATAL(signing_key_make(&other));
    CHECK_TEXT(public_key_fingerprint(&key.public_key, unit_arena()), FINGERPRINT);
    static const char *const names[] = {FINGERPRINT, "39f713d0a644253f", "39F7 13D0 A644 253F", PUBLIC_KEY};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct text name = text_from_c(names[i]);
        CU_ASSERT(public_key_name_is_sound(name));
        CU_ASSERT(public_key_is_named(&key.public_key, name, unit_scratch()));
        CU_ASSERT_FALSE(public_key_is_named(&other.public_key, name, unit_scratch()));
    }
    signing_key_release(&key);
    signing_key_release(&other);
}

UNIT_TEST(what_is_no_name_is_told_apart)
{
    CU_ASSERT_FALSE(public_key_name_is_sound(TEXT("")));
    CU_ASSERT_FALSE(public_key_name_is_sound(TEXT("1a2b-3c4d-5e6f-708")));
    CU_ASSERT_FALSE(public_key_name_is_sound(TEXT("1a2b-3c4d-5e6f-70811")));
    CU_ASSERT_FALSE(public_key_name_is_sound(TEXT("1a2b-3c4d-5e6f-708g")));
}

UNIT_TEST(base64url_is_read_in_one_form_only)
{
    unsigned char bytes[2];
    CU_ASSERT(base64url_read(TEXT("-_8"), bytes, 2)); /* 111110 111111 1111(00) */
    CU_ASSERT_EQUAL(bytes[0], 0xFB);
    CU_ASSERT_EQUAL(bytes[1], 0xFF);
    CHECK_TEXT(base64url_of(bytes, 2, unit_arena()), "-_8");
    CU_ASSERT_FALSE(base64url_read(TEXT("-_9"), bytes, 2)); /* a bit that means nothing */
    CU_ASSERT_FALSE(base64url_read(TEXT("-_8="), bytes, 2));
    CU_ASSERT_FALSE(base64url_read(TEXT("+/8"), bytes, 2));
    CU_ASSERT_FALSE(base64url_read(TEXT("-_8"), bytes, 1));
    CU_ASSERT_FALSE(base64url_read(TEXT("-_"), bytes, 2));
    CU_ASSERT_FALSE(base64url_read(TEXT(""), bytes, 2));
}

UNIT_TEST(a_seal_opens_with_its_password_alone)
{
    struct signing_key key = key_of_rfc(), opened;
    struct sealed_key sealed, read;
    size_t line;
    CU_ASSERT_FATAL(signing_key_seal(&key, TEXT("秘密"), &sealed));
    CU_ASSERT_FATAL(sealed_key_from_text(sealed_key_text(&sealed, unit_arena()), &read, &line));

    CU_ASSERT_EQUAL(sealed_key_open(&read, TEXT("秘密 "), &opened), UNSEALING_WRONG_PASSWORD);
    CU_ASSERT_EQUAL_FATAL(sealed_key_open(&read, TEXT("秘密"), &opened), UNSEALED);
    struct signature signature = signing_key_sign(&opened, TEXT("r"));
    CHECK_TEXT(base64url_of(signature.bytes, sizeof signature.bytes, unit_arena()), SIGNATURE);
    signing_key_release(&opened);

    read.public_key.bytes[0] ^= 1;
    CU_ASSERT_EQUAL(sealed_key_open(&read, TEXT("秘密"), &opened), UNSEALING_DAMAGED);
    CU_ASSERT_PTR_NULL(opened.secret);
    signing_key_release(&key);
}

/* 43 letters make 32 bytes, 22 make 16, 32 make 24, 64 make 48. */
#define A32          "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
#define SOUND_PUBLIC "public " A32 "AAAAAAAAAAA\n"
#define SOUND_SALT   "salt AAAAAAAAAAAAAAAAAAAAAA\n"
#define SOUND_NONCE  "nonce " A32 "\n"
#define SOUND_SECRET "secret " A32 A32 "\n"
#define SOUND_REST   SOUND_SALT SOUND_NONCE SOUND_SECRET
#define TITLE        "biwu signing key 1\n"

static size_t bad_line(const char *written)
{
    struct sealed_key sealed;
    size_t line;
    return sealed_key_from_text(text_from_c(written), &sealed, &line) ? 0 : line;
}

UNIT_TEST(a_key_file_is_read_strictly)
{
    CU_ASSERT_EQUAL(bad_line(TITLE SOUND_PUBLIC "argon2id 3 268435456\n" SOUND_REST), 0);
    CU_ASSERT_EQUAL(bad_line(""), 1);
    CU_ASSERT_EQUAL(bad_line("biwu signing key 2\n" SOUND_PUBLIC "argon2id 3 268435456\n" SOUND_REST), 1);
    CU_ASSERT_EQUAL(bad_line(TITLE "public AAAA\n"), 2);
    CU_ASSERT_EQUAL(bad_line(TITLE SOUND_PUBLIC "argon2i 3 268435456\n" SOUND_REST), 3);
    CU_ASSERT_EQUAL(bad_line(TITLE SOUND_PUBLIC "argon2id 3 268435456\n" SOUND_NONCE), 4);
    CU_ASSERT_EQUAL(bad_line(TITLE SOUND_PUBLIC "argon2id 3 268435456\n" SOUND_SALT SOUND_SECRET), 5);
    CU_ASSERT_EQUAL(bad_line(TITLE SOUND_PUBLIC "argon2id 3 268435456\n" SOUND_SALT SOUND_NONCE "secret A\n"), 6);
    CU_ASSERT_EQUAL(bad_line(TITLE SOUND_PUBLIC "argon2id 3 268435456\n" SOUND_REST "more\n"), 7);
}

UNIT_TEST(a_key_file_may_not_cost_all_memory)
{
    CU_ASSERT_EQUAL(bad_line(TITLE SOUND_PUBLIC "argon2id 16 1073741824\n" SOUND_REST), 0);
    CU_ASSERT_EQUAL(bad_line(TITLE SOUND_PUBLIC "argon2id 17 268435456\n" SOUND_REST), 3);
    CU_ASSERT_EQUAL(bad_line(TITLE SOUND_PUBLIC "argon2id 3 1073741825\n" SOUND_REST), 3);
    CU_ASSERT_EQUAL(bad_line(TITLE SOUND_PUBLIC "argon2id 3 99999999999999999999999999\n" SOUND_REST), 3);
    CU_ASSERT_EQUAL(bad_line(TITLE SOUND_PUBLIC "argon2id 0 268435456\n" SOUND_REST), 3);
    CU_ASSERT_EQUAL(bad_line(TITLE SOUND_PUBLIC "argon2id 03 268435456\n" SOUND_REST), 3);
    CU_ASSERT_EQUAL(bad_line(TITLE SOUND_PUBLIC "argon2id 3 -1\n" SOUND_REST), 3);
    CU_ASSERT_EQUAL(bad_line(TITLE SOUND_PUBLIC "argon2id 3\n" SOUND_REST), 3);
}
