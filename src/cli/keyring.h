/* The user's signing key: where it lies, and how it is opened. */
#ifndef BIWU_KEYRING_H
#define BIWU_KEYRING_H

#include "key_file.h"
#include "session.h"

/* biwu/key in $XDG_CONFIG_HOME, or in $HOME/.config where that is not an absolute path; NULL where neither is set. */
const char *keyring_path(struct arena *arena);

#endif
