/* The user's signing key: where it lies, and how it is opened. */
#ifndef BIWU_KEYRING_H
#define BIWU_KEYRING_H

#include "key_file.h"

/* biwu/key in $XDG_CONFIG_HOME, or in $HOME/.config where that is not an absolute path; NULL where neither is set. */
const char *keyring_path(struct arena *arena);

/* The public half of the user's own key; false where there is none, or, with a warning, where its file cannot be trusted. */
bool keyring_own_key(struct public_key *own, struct arena scratch, struct faults *faults);

/* What came of opening the key, once for as long as the program runs. */
struct keyring {
    enum keyring_state {
        KEYRING_UNTRIED,
        KEYRING_UNWANTED, /* nothing is to be signed, and that is no reason to warn */
        KEYRING_OPEN,
        KEYRING_NO_TERMINAL,    /* to ask for the password */
        KEYRING_NO_PASSWORD,    /* none was given */
        KEYRING_WRONG_PASSWORD, /* in every try */
        KEYRING_DAMAGED,
        KEYRING_NO_MEMORY,
    } state;
    struct signing_key key;
};

/* The key, its password asked for the first time. NULL where it cannot be had, and why not in a warning: to sign is no
 * condition of a result. */
const struct signing_key *keyring_open(struct keyring *keyring, struct arena scratch, struct faults *faults);
void keyring_release(struct keyring *keyring);

#endif
