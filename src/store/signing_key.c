#include "signing_key.h"

#include <sodium.h>

bool signing_key_from_seed(const unsigned char *seed, struct signing_key *key)
{
    *key = (struct signing_key){0};
    key->secret = sodium_init() >= 0 ? sodium_malloc(crypto_sign_SECRETKEYBYTES) : NULL;
    if (!key->secret)
        return false;
    crypto_sign_seed_keypair(key->public_key.bytes, key->secret, seed);
    return true;
}

bool signing_key_make(struct signing_key *key)
{
    *key = (struct signing_key){0};
    key->secret = sodium_init() >= 0 ? sodium_malloc(crypto_sign_SECRETKEYBYTES) : NULL;
    if (!key->secret)
        return false;
    crypto_sign_keypair(key->public_key.bytes, key->secret);
    return true;
}

void signing_key_release(struct signing_key *key)
{
    sodium_free(key->secret);
    *key = (struct signing_key){0};
}

struct signature signing_key_sign(const struct signing_key *key, struct text message)
{
    struct signature signature;
    crypto_sign_detached(signature.bytes, NULL, (const unsigned char *)message.bytes, message.length, key->secret);
    return signature;
}
