#include <assert.h>
#include <sodium.h>
#include <string.h>

#include "signing_key.h"

static_assert(SEAL_SALT_BYTES == crypto_pwhash_argon2id_SALTBYTES && SEAL_NONCE_BYTES == crypto_secretbox_NONCEBYTES &&
                  SEAL_BOX_BYTES == crypto_secretbox_MACBYTES + crypto_sign_SEEDBYTES,
              "sizes of the seal's parts");

/* A key file of a stranger may not take all memory. */
enum { MOST_PASSES = 16, MOST_MEMORY = 1 << 30 };

/* What the password protects: a seed, and the key of its box. */
struct secrets {
    unsigned char seed[crypto_sign_SEEDBYTES], box_key[crypto_secretbox_KEYBYTES];
};

static bool make_box_key(const struct sealed_key *sealed, struct text password, struct secrets *secrets)
{
    return crypto_pwhash(secrets->box_key, sizeof secrets->box_key, password.bytes, password.length, sealed->salt,
                         sealed->passes, (size_t)sealed->memory, crypto_pwhash_ALG_ARGON2ID13) == 0;
}

bool signing_key_seal(const struct signing_key *key, struct text password, struct sealed_key *sealed)
{
    *sealed = (struct sealed_key){.public_key = key->public_key,
                                  .passes = crypto_pwhash_argon2id_OPSLIMIT_MODERATE,
                                  .memory = crypto_pwhash_argon2id_MEMLIMIT_MODERATE};
    struct secrets *secrets = sodium_malloc(sizeof *secrets);
    if (!secrets)
        return false;
    randombytes_buf(sealed->salt, sizeof sealed->salt);
    randombytes_buf(sealed->nonce, sizeof sealed->nonce);
    bool is_sealed = make_box_key(sealed, password, secrets);
    if (is_sealed) {
        crypto_sign_ed25519_sk_to_seed(secrets->seed, key->secret);
        crypto_secretbox_easy(sealed->box, secrets->seed, sizeof secrets->seed, sealed->nonce, secrets->box_key);
    }
    sodium_free(secrets);
    return is_sealed;
}

static enum unsealing open_with(const struct sealed_key *sealed, struct text password, struct secrets *secrets,
                                struct signing_key *key)
{
    if (!make_box_key(sealed, password, secrets))
        return UNSEALING_NO_MEMORY;
    if (crypto_secretbox_open_easy(secrets->seed, sealed->box, sizeof sealed->box, sealed->nonce, secrets->box_key) !=
        0)
        return UNSEALING_WRONG_PASSWORD;
    if (!signing_key_from_seed(secrets->seed, key))
        return UNSEALING_NO_MEMORY;
    if (public_key_is_same(&key->public_key, &sealed->public_key))
        return UNSEALED;
    signing_key_release(key);
    return UNSEALING_DAMAGED;
}

enum unsealing sealed_key_open(const struct sealed_key *sealed, struct text password, struct signing_key *key)
{
    *key = (struct signing_key){0};
    struct secrets *secrets = sodium_init() >= 0 ? sodium_malloc(sizeof *secrets) : NULL;
    if (!secrets)
        return UNSEALING_NO_MEMORY;
    enum unsealing unsealing = open_with(sealed, password, secrets, key);
    sodium_free(secrets);
    return unsealing;
}

/* ---- as text ---- */

static void write_bytes(struct sink *sink, const char *name, const unsigned char *bytes, size_t length)
{
    sink_c(sink, name);
    sink_text(sink, base64url_of(bytes, length, sink->arena));
    sink_byte(sink, '\n');
}

struct text sealed_key_text(const struct sealed_key *sealed, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    sink_c(&sink, "biwu signing key 1\n");
    write_bytes(&sink, "public ", sealed->public_key.bytes, PUBLIC_KEY_BYTES);
    sink_c(&sink, "argon2id ");
    sink_padded(&sink, sealed->passes, 1);
    sink_byte(&sink, ' ');
    sink_padded(&sink, sealed->memory, 1);
    sink_byte(&sink, '\n');
    write_bytes(&sink, "salt ", sealed->salt, sizeof sealed->salt);
    write_bytes(&sink, "nonce ", sealed->nonce, sizeof sealed->nonce);
    write_bytes(&sink, "secret ", sealed->box, sizeof sealed->box);
    return sink_written(&sink);
}

/* The next line is `name` and bytes. */
static bool read_bytes(struct text *rest, const char *name, unsigned char *bytes, size_t length)
{
    struct text line, start = text_from_c(name);
    if (!text_next_part(rest, '\n', &line) || !text_starts_with(line, start))
        return false;
    return base64url_read((struct text){line.bytes + start.length, line.length - start.length}, bytes, length);
}

/* A number of 1 to `most` without a sign or leading zeros. */
static bool read_number(struct text digits, uint64_t most, uint64_t *number)
{
    *number = 0;
    for (size_t i = 0; i < digits.length; i++) {
        if (digits.bytes[i] < '0' || digits.bytes[i] > '9' || *number > most)
            return false;
        *number = *number * 10 + (uint64_t)(digits.bytes[i] - '0');
    }
    return *number >= 1 && *number <= most && digits.bytes[0] != '0';
}

static bool read_cost(struct text *rest, struct sealed_key *sealed)
{
    struct text line, word;
    return text_next_part(rest, '\n', &line) && text_next_part(&line, ' ', &word) &&
           text_equal(word, TEXT("argon2id")) && text_next_part(&line, ' ', &word) &&
           read_number(word, MOST_PASSES, &sealed->passes) && read_number(line, MOST_MEMORY, &sealed->memory);
}

/* Passes on whether a line is good, and counts it. */
static bool count_line(bool is_good, size_t *line)
{
    *line += is_good;
    return is_good;
}

static bool read_title(struct text *rest)
{
    struct text line;
    return text_next_part(rest, '\n', &line) && text_equal(line, TEXT("biwu signing key 1"));
}

bool sealed_key_from_text(struct text written, struct sealed_key *sealed, size_t *line)
{
    struct text rest = written;
    *line = 1;
    return count_line(read_title(&rest), line) &&
           count_line(read_bytes(&rest, "public ", sealed->public_key.bytes, PUBLIC_KEY_BYTES), line) &&
           count_line(read_cost(&rest, sealed), line) &&
           count_line(read_bytes(&rest, "salt ", sealed->salt, sizeof sealed->salt), line) &&
           count_line(read_bytes(&rest, "nonce ", sealed->nonce, sizeof sealed->nonce), line) &&
           count_line(read_bytes(&rest, "secret ", sealed->box, sizeof sealed->box), line) && rest.length == 0;
}
