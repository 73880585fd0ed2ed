/* The key that official papers are signed with: Ed25519, its secret half in locked memory, or sealed by a password. */
#ifndef BIWU_SIGNING_KEY_H
#define BIWU_SIGNING_KEY_H

#include "public_key.h"

struct signing_key {
    struct public_key public_key;
    unsigned char *secret; /* of the library's guarded memory: kept out of swap where the system lets us */
};

/* A new key. False where there is no memory for it. signing_key_release() otherwise. */
bool signing_key_make(struct signing_key *key);
/* The key that these 32 bytes make, which every caller of Ed25519 gets from them; the same promises. */
bool signing_key_from_seed(const unsigned char *seed, struct signing_key *key);
/* Overwrites the secret and gives its memory back; nothing of a zeroed struct. */
void signing_key_release(struct signing_key *key);

/* Deterministic: the same message gives the same signature. */
struct signature signing_key_sign(const struct signing_key *key, struct text message);

enum { SEAL_SALT_BYTES = 16, SEAL_NONCE_BYTES = 24, SEAL_BOX_BYTES = 48 };

enum { SEALED_KEY_FORMAT = 1 };

/* A signing key as it lies on a disk: its seed in a secretbox (XSalsa20-Poly1305) whose key argon2id makes of a password. */
struct sealed_key {
    struct public_key public_key;
    uint64_t passes, memory; /* of argon2id; memory in bytes */
    unsigned char salt[SEAL_SALT_BYTES], nonce[SEAL_NONCE_BYTES], box[SEAL_BOX_BYTES];
};

enum unsealing { UNSEALED, UNSEALING_WRONG_PASSWORD, UNSEALING_DAMAGED, UNSEALING_NO_MEMORY };

/* Takes 256 MiB and about a second, as does every guess. False where there is no such memory. */
bool signing_key_seal(const struct signing_key *key, struct text password, struct sealed_key *sealed);
/* Only after UNSEALED there is a key to release. DAMAGED: the password is right, and the key is not the public one. */
enum unsealing sealed_key_open(const struct sealed_key *sealed, struct text password, struct signing_key *key);

/* The lines of a key file, in `arena`:
 *     biwu signing key 1
 *     public KEY · argon2id PASSES BYTES · salt … · nonce … · secret …        (a line each)
 * with base64url. */
struct text sealed_key_text(const struct sealed_key *sealed, struct arena *arena);
/* False where the text is no such file, or asks for more than 1 GiB or 16 passes; *line is then the first that is wrong. */
bool sealed_key_from_text(struct text written, struct sealed_key *sealed, size_t *line);

#endif
