#include "sha256.h"

#include <sodium.h>

struct text sha256_text(struct text bytes, struct arena *arena)
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, (const unsigned char *)(bytes.length > 0 ? bytes.bytes : ""), bytes.length);

    char *hex = arena_take(arena, 1, 2 * sizeof hash + 1);
    sodium_bin2hex(hex, 2 * sizeof hash + 1, hash, sizeof hash);
    return (struct text){hex, 2 * sizeof hash};
}
