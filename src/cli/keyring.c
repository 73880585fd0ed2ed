#include "keyring.h"

#include <stdlib.h>

#include "faults_print.h"
#include "password.h"

enum { TRIES = 3 };

const char *keyring_path(struct arena *arena)
{
    const char *configuration = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    struct sink sink = sink_in(arena);
    if (configuration && configuration[0] == '/') {
        sink_c(&sink, configuration);
    } else if (home && home[0] == '/') {
        sink_c(&sink, home);
        sink_c(&sink, "/.config");
    } else {
        return NULL;
    }
    sink_c(&sink, "/biwu/key");
    return text_to_c(arena, sink_written(&sink));
}

/* ---- opening ---- */

static enum keyring_state state_of(enum unsealing unsealing)
{
    switch (unsealing) {
    case UNSEALED:
        return KEYRING_OPEN;
    case UNSEALING_NO_MEMORY:
        return KEYRING_NO_MEMORY;
    case UNSEALING_DAMAGED:
        return KEYRING_DAMAGED;
    case UNSEALING_WRONG_PASSWORD:
        break;
    }
    return KEYRING_WRONG_PASSWORD;
}

static enum keyring_state try_password(struct keyring *keyring, const struct sealed_key *sealed, struct arena scratch)
{
    struct password password;
    enum keyring_state state = KEYRING_NO_PASSWORD;
    enum password_source source =
        password_ask(MESSAGE("Password of the signing key (nothing: do not sign): "), &password, scratch);
    if (source == PASSWORD_NO_SOURCE)
        state = KEYRING_NO_TERMINAL;
    if (source == PASSWORD_GIVEN)
        state = state_of(sealed_key_open(sealed, password_text(&password), &keyring->key));
    password_forget(&password);
    return state;
}

/* Who mistypes a password on a terminal may try again. */
static void open_sealed(struct keyring *keyring, const struct sealed_key *sealed, struct arena scratch)
{
    for (int try = 0; try < TRIES; try++) {
        keyring->state = try_password(keyring, sealed, scratch);
        if (keyring->state != KEYRING_WRONG_PASSWORD || password_is_fixed())
            return;
        faults_print_note(MESSAGE("the password is wrong"), scratch);
    }
}

/* ---- what is told ---- */

static void warn(struct faults *faults, struct message what, struct message hint)
{
    faults_add(faults, SEVERITY_WARNING, (struct place){0}, what, hint);
}

static void tell(enum keyring_state state, struct faults *faults)
{
    switch (state) {
    case KEYRING_UNTRIED:
    case KEYRING_UNWANTED:
    case KEYRING_OPEN:
        break;
    case KEYRING_NO_TERMINAL:
        warn(faults, MESSAGE("not signed: there is no terminal to ask for the password of the signing key"),
             MESSAGE("set BIWU_KEY_PASSWORD to it"));
        break;
    case KEYRING_NO_PASSWORD:
        warn(faults, MESSAGE("not signed: no password was given for the signing key"), NO_HINT);
        break;
    case KEYRING_WRONG_PASSWORD:
        warn(faults, MESSAGE("not signed: the password of the signing key is wrong"),
             MESSAGE("if it is right for sure, the file of the key is damaged: put its copy back"));
        break;
    case KEYRING_DAMAGED:
        warn(faults, MESSAGE("not signed: the file of the signing key is damaged"),
             MESSAGE("put its copy back, or move it away and make a new one with biwu key new"));
        break;
    case KEYRING_NO_MEMORY:
        warn(faults, MESSAGE("not signed: there is too little memory to open the signing key"), NO_HINT);
        break;
    }
}

/* What is wrong with the file is a warning here. */
static bool read_sealed(const char *path, struct sealed_key *sealed, struct arena scratch, struct faults *faults)
{
    struct faults of_file = faults_in(faults->arena);
    if (key_file_read(path, scratch, sealed, &of_file))
        return true;
    for (size_t i = 0; i < of_file.count; i++)
        faults_add(faults, SEVERITY_WARNING, of_file.items[i].place, of_file.items[i].what, of_file.items[i].hint);
    return false;
}

bool keyring_own_key(struct public_key *own, struct arena scratch, struct faults *faults)
{
    struct sealed_key sealed;
    const char *path = keyring_path(&scratch);
    if (!path || !key_file_is_there(path) || !read_sealed(path, &sealed, scratch, faults))
        return false;
    *own = sealed.public_key;
    return true;
}

const struct signing_key *keyring_open(struct keyring *keyring, struct arena scratch, struct faults *faults)
{
    struct sealed_key sealed;
    const char *path = keyring_path(&scratch);
    if (keyring->state == KEYRING_UNTRIED && (!path || !key_file_is_there(path))) {
        warn(faults, MESSAGE("not signed: there is no signing key; QR codes have the result's hash and no signature"),
             MESSAGE("biwu key new makes one; everything else is the same without it"));
        return NULL;
    }
    if (keyring->state == KEYRING_UNTRIED) {
        if (!read_sealed(path, &sealed, scratch, faults))
            return NULL;
        open_sealed(keyring, &sealed, scratch);
    }
    tell(keyring->state, faults);
    return keyring->state == KEYRING_OPEN ? &keyring->key : NULL;
}

void keyring_release(struct keyring *keyring)
{
    signing_key_release(&keyring->key);
    *keyring = (struct keyring){0};
}
