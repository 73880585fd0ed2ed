/* What the QR code of a certificate or leaderboard says, in one line of text:
 *
 *     biwu1/CONTEST/NUMBER/NAME/AWARD/HASH/KEY/SIGNATURE
 *
 * UTF-8. In the first five fields each byte below 0x80 that is no letter, digit, - . _ or ~ is written %XX with capital
 * digits, and nothing else is: so a text has one form, and a shell takes it as it stands. HASH is the result's, KEY the
 * public key and SIGNATURE that of all before its slash, both base64url. Without a key the last two are empty.
 * Whatever else a key may come to sign has to begin otherwise. */
#ifndef BIWU_ATTESTATION_H
#define BIWU_ATTESTATION_H

#include "signing_key.h"

enum { ATTESTATION_MOST_BYTES = 2953 }; /* what the largest QR code holds */

struct attestation {
    struct text contest, number, name, award; /* of a leaderboard all but the contest empty */
    struct text hash;                         /* of the result, hexadecimal */
};

/* The text, in `arena`; `key` NULL: unsigned. The fields are UTF-8 without control characters. */
struct text attestation_text(const struct attestation *attestation, const struct signing_key *key, struct arena *arena);

enum attestation_state {
    ATTESTATION_SIGNED,   /* as it was signed, by *signer; whose key that is, the text cannot prove */
    ATTESTATION_CHANGED,  /* the signature is not of this text */
    ATTESTATION_UNSIGNED, /* anybody may have written it */
    ATTESTATION_FOREIGN,  /* of another form: no text of biwu, or cut off */
};

/* Reads a text, which may have blanks and line ends around it. The fields live in `arena`; they and *signer are set only
 * where the state is neither CHANGED nor FOREIGN, *signer only where it is SIGNED. */
enum attestation_state attestation_read(struct text written, struct arena *arena, struct attestation *attestation,
                                        struct public_key *signer);

#endif
