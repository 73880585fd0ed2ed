/* Ed25519 keys that anybody may have, what they have signed, and how people name them. */
#ifndef BIWU_PUBLIC_KEY_H
#define BIWU_PUBLIC_KEY_H

#include "text.h"

enum { PUBLIC_KEY_BYTES = 32, SIGNATURE_BYTES = 64 };

struct public_key {
    unsigned char bytes[PUBLIC_KEY_BYTES];
};

struct signature {
    unsigned char bytes[SIGNATURE_BYTES];
};

/* Bytes as base64url without padding (RFC 4648, section 5), in `arena`. */
struct text base64url_of(const unsigned char *bytes, size_t length, struct arena *arena);
/* False where the text is anything but exactly `length` bytes in that form. */
bool base64url_read(struct text written, unsigned char *bytes, size_t length);

struct text public_key_text(const struct public_key *key, struct arena *arena);
bool public_key_from_text(struct text written, struct public_key *key);

bool public_key_is_same(const struct public_key *a, const struct public_key *b);

/* For people: the first 64 bits of the key's SHA-256, as 1a2b-3c4d-5e6f-7081. Short enough to be read out and to stand on
 * paper. Another key of the same fingerprint takes some 2^64 tries, each a key made (by adding points) and hashed: 30,000 years
 * of a computer that tries 20 million a second. Who wants more compares the key itself. */
struct text public_key_fingerprint(const struct public_key *key, struct arena *arena);

/* Whether the text is of the form of a fingerprint (capitals, blanks and hyphens between digits as one likes) or of a key. */
bool public_key_name_is_sound(struct text written);
/* Whether it names this key. Needs a sound name. */
bool public_key_is_named(const struct public_key *key, struct text written, struct arena scratch);

bool public_key_verifies(const struct public_key *key, struct text message, const struct signature *signature);

#endif
