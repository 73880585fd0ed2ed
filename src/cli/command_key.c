#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "faults_print.h"
#include "files.h"
#include "keyring.h"
#include "password.h"
#include "session.h"
#include "terminal.h"
#include "text_table.h"

enum { TRIES = 3 };

static void show(struct session *session, const struct public_key *key, const char *path)
{
    static const struct table_column columns[] = {{TEXT_INIT(""), false, false}, {TEXT_INIT(""), false, false}};
    struct arena *kept = &session->memory.kept;
    struct style style = terminal_style(STDOUT_FILENO);
    const struct table_cell cells[] = {
        {style_text(kept, &style, MESSAGE("fingerprint")), TINT_PLAIN}, {public_key_fingerprint(key, kept), TINT_BOLD},
        {style_text(kept, &style, MESSAGE("public key")), TINT_PLAIN},  {public_key_text(key, kept), TINT_PLAIN},
        {style_text(kept, &style, MESSAGE("file")), TINT_PLAIN},        {text_from_c(path), TINT_PLAIN},
    };
    struct text_table table = {columns, 2, cells, 3, 0, true};
    output_write(text_table(&table, &style, kept, session->memory.scratch), &session->faults);
}

static enum exit_code refuse(struct session *session, enum password_source source)
{
    if (source == PASSWORD_NO_SOURCE)
        return session_misused(session, MESSAGE("there is no terminal to ask for a password"),
                               MESSAGE("set BIWU_KEY_PASSWORD to it"));
    return session_misused(session, MESSAGE("a password has 1 to 1024 bytes: no key is made"), NO_HINT);
}

/* Asks until twice the same has been typed; a variable is asked once. */
static enum exit_code choose_password(struct session *session, struct password *password)
{
    struct arena scratch = session->memory.scratch;
    for (int try = 0; try < TRIES; try++) {
        struct password again;
        enum password_source source = password_ask(MESSAGE("Password for the new key: "), password, scratch);
        if (source != PASSWORD_GIVEN)
            return refuse(session, source);
        if (password_is_fixed())
            return EXIT_FINE;
        source = password_ask(MESSAGE("The same again: "), &again, scratch);
        bool is_same = source == PASSWORD_GIVEN && text_equal(password_text(password), password_text(&again));
        password_forget(&again);
        if (is_same)
            return EXIT_FINE;
        faults_print_note(MESSAGE("the two differ"), scratch);
    }
    return session_misused(session, MESSAGE("no password was typed twice the same: no key is made"), NO_HINT);
}

/* The folder of the key, for its owner alone where it is new. */
static bool make_folder(struct session *session, const char *path)
{
    struct text folder = {path, (size_t)(strrchr(path, '/') - path)};
    mode_t former = umask(077);
    bool is_made = folder_make(text_to_c(&session->memory.kept, folder), &session->faults);
    umask(former);
    return is_made;
}

static bool make(struct session *session, const char *path, const struct password *password)
{
    struct signing_key key;
    struct sealed_key sealed;
    bool is_sealed = signing_key_make(&key) && signing_key_seal(&key, password_text(password), &sealed);
    signing_key_release(&key);
    if (!is_sealed)
        faults_add(&session->faults, SEVERITY_FAILURE, (struct place){0},
                   MESSAGE("there is too little memory to make a key: 256 MiB are needed"), NO_HINT);
    if (!is_sealed || !make_folder(session, path) ||
        !key_file_write(path, &sealed, session->memory.scratch, &session->faults))
        return false;
    show(session, &sealed.public_key, path);
    return true;
}

static enum exit_code make_new(struct session *session, const char *path)
{
    struct password password = {0};
    if (!key_file_is_free(path, &session->faults))
        return session_close(session);
    enum exit_code code = choose_password(session, &password);
    bool is_made = code == EXIT_FINE && make(session, path, &password);
    password_forget(&password);
    if (is_made)
        faults_print_note(
            MESSAGE("Publish the fingerprint. Keep a copy of the file and the password, apart: nobody can "
                    "find either again. Without them no data is lost, but a new key has to be published"),
            session->memory.scratch);
    return code == EXIT_FINE ? session_close(session) : code;
}

static enum exit_code show_present(struct session *session, const char *path)
{
    struct sealed_key sealed;
    if (key_file_read(path, session->memory.scratch, &sealed, &session->faults))
        show(session, &sealed.public_key, path);
    return session_close(session);
}

enum exit_code run_key(struct session *session)
{
    struct text task = text_from_c(session->request.operands[0]);
    const char *path = keyring_path(&session->memory.kept);
    bool is_new = text_equal(task, TEXT("new"));
    session->faults = faults_in(&session->memory.kept);
    if (!is_new && !text_equal(task, TEXT("show")))
        return session_misused(session, MESSAGE("key takes new or show, not {1}", task),
                               MESSAGE("biwu key new makes the key, biwu key show shows it"));
    if (!path)
        return session_misused(session, MESSAGE("there is no place for the key"),
                               MESSAGE("set HOME, or XDG_CONFIG_HOME, to a folder by its whole path"));
    return is_new ? make_new(session, path) : show_present(session, path);
}
