#include "public_key.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

static_assert(PUBLIC_KEY_BYTES == crypto_sign_PUBLICKEYBYTES && SIGNATURE_BYTES == crypto_sign_BYTES,
              "sizes of Ed25519");

enum { FINGERPRINT_BYTES = 8, FINGERPRINT_DIGITS = 16, FINGERPRINT_GROUP = 4 };

struct text base64url_of(const unsigned char *bytes, size_t length, struct arena *arena)
{
    size_t size = sodium_base64_encoded_len(length, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    char *written = arena_take(arena, 1, size);
    sodium_bin2base64(written, size, bytes, length, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return (struct text){written, size - 1};
}

bool base64url_read(struct text written, unsigned char *bytes, size_t length)
{
    size_t read = 0;
    const char *end = NULL;
    return written.length > 0 &&
           sodium_base642bin(bytes, length, written.bytes, written.length, NULL, &read, &end,
                             sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0 &&
           read == length && end == written.bytes + written.length;
}

struct text public_key_text(const struct public_key *key, struct arena *arena)
{
    return base64url_of(key->bytes, sizeof key->bytes, arena);
}

bool public_key_from_text(struct text written, struct public_key *key)
{
    return base64url_read(written, key->bytes, sizeof key->bytes);
}

bool public_key_is_same(const struct public_key *a, const struct public_key *b)
{
    return memcmp(a->bytes, b->bytes, sizeof a->bytes) == 0;
}

static struct text digits_of(const struct public_key *key, struct arena *arena)
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    char *digits = arena_take(arena, 1, FINGERPRINT_DIGITS + 1);
    crypto_hash_sha256(hash, key->bytes, sizeof key->bytes);
    sodium_bin2hex(digits, FINGERPRINT_DIGITS + 1, hash, FINGERPRINT_BYTES);
    return (struct text){digits, FINGERPRINT_DIGITS};
}

struct text public_key_fingerprint(const struct public_key *key, struct arena *arena)
{
    struct text digits = digits_of(key, arena);
    struct sink sink = sink_in(arena);
    for (size_t i = 0; i < digits.length; i++) {
        if (i > 0 && i % FINGERPRINT_GROUP == 0)
            sink_byte(&sink, '-');
        sink_byte(&sink, digits.bytes[i]);
    }
    return sink_written(&sink);
}

/* The digits of a fingerprint however it is written; false where it is none. */
static bool read_digits(struct text written, char digits[FINGERPRINT_DIGITS])
{
    static const char known[] = "0123456789abcdefABCDEF", meant[] = "0123456789abcdefabcdef";
    size_t count = 0;
    for (size_t i = 0; i < written.length; i++) {
        char c = written.bytes[i];
        if (c == ' ' || c == '-')
            continue;
        const char *found = memchr(known, c, sizeof known - 1);
        if (!found || count == FINGERPRINT_DIGITS)
            return false;
        digits[count++] = meant[found - known];
    }
    return count == FINGERPRINT_DIGITS;
}

bool public_key_name_is_sound(struct text written)
{
    struct public_key key;
    char digits[FINGERPRINT_DIGITS];
    return public_key_from_text(written, &key) || read_digits(written, digits);
}

bool public_key_is_named(const struct public_key *key, struct text written, struct arena scratch)
{
    struct public_key other;
    char digits[FINGERPRINT_DIGITS];
    if (public_key_from_text(written, &other))
        return public_key_is_same(key, &other);
    return read_digits(written, digits) && text_equal(digits_of(key, &scratch), (struct text){digits, sizeof digits});
}

bool public_key_verifies(const struct public_key *key, struct text message, const struct signature *signature)
{
    return sodium_init() >= 0 && crypto_sign_verify_detached(signature->bytes, (const unsigned char *)message.bytes,
                                                             message.length, key->bytes) == 0;
}
