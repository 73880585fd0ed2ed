#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "archive_compare.h"
#include "archive_signature.h"
#include "faults_print.h"
#include "files.h"
#include "revision_check.h"
#include "sealing.h"
#include "sha256.h"

static bool is_official(struct session *session)
{
    struct text folder = text_from_c(session->request.operands[0]);
    if (session->official.state == OFFICIAL_NOW)
        return true;
    faults_add(&session->faults, SEVERITY_ERROR, (struct place){.file = folder},
               MESSAGE("the result is not official: nothing was sealed"),
               MESSAGE("biwu finalise {1} says what is lacking, and makes it official", folder));
    return false;
}

/* For other programs. */
static void tell_path(struct session *session, const char *path)
{
    struct sink line = sink_in(&session->memory.kept);
    sink_c(&line, path);
    sink_byte(&line, '\n');
    if (!file_is_output(path))
        output_write(sink_written(&line), &session->faults);
}

/* For people: what to publish. */
static void tell_key(struct session *session, const struct container *container, const struct signing_key *key)
{
    struct arena *kept = &session->memory.kept, scratch = session->memory.scratch;
    struct text revision = revision_name(session->official.revision.number, kept);
    struct text hash = sha256_text(archive_sums(container, &scratch), kept);
    faults_print_note(
        key ? MESSAGE("revision {1} is sealed, and signed with key {2}; SHA-256 of its SHA256SUMS: {3}", revision,
                      public_key_fingerprint(&key->public_key, kept), hash)
            : MESSAGE("revision {1} is sealed, and not signed; SHA-256 of its SHA256SUMS: {2}", revision, hash),
        scratch);
}

/* By its first entry, the README, which begins so in every version. */
static bool is_archive(const char *path)
{
    enum { NAME_AT = 30 };
    static const char signature[] = "PK\3\4", name_and_text[] = "README.txt这是一次比武正式成绩的档案";
    char head[NAME_AT + sizeof name_and_text - 1];
    FILE *file = fopen(path, "rbe");
    size_t got = file ? fread(head, 1, sizeof head, file) : 0;
    if (file)
        fclose(file);
    return got == sizeof head && memcmp(head, signature, sizeof signature - 1) == 0 &&
           memcmp(head + NAME_AT, name_and_text, sizeof name_and_text - 1) == 0;
}

/* A slip of the hand must not cost a file: only an archive, or what is nothing yet, makes room for one. */
static bool may_be_replaced(struct session *session, const char *path)
{
    struct stat status;
    if (file_is_output(path) || stat(path, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0 ||
        is_archive(path))
        return true;
    faults_add(&session->faults, SEVERITY_ERROR, (struct place){.file = text_from_c(path)},
               MESSAGE("this file is there, and is no archive: nothing was sealed"),
               MESSAGE("name another file, or remove this one first"));
    return false;
}

/* What verify would refuse is not sealed: a manifest made by hand may tell other moves and certificates. */
static bool is_as_computed(struct session *session, const struct container *container)
{
    const struct archive archive = {.container = *container};
    size_t grave = faults_grave(&session->faults);
    archive_compare(session, text_from_c(session->request.operands[0]), &archive);
    return faults_grave(&session->faults) == grave;
}

/* Whom a correction moved, and which numbers its certificates have, only the version that wrote it computes alike. */
static void warn_of_version(struct session *session)
{
    const struct revision *revision = &session->official.revision;
    if (!text_equal(revision->version, TEXT(BIWU_VERSION)))
        faults_add(
            &session->faults, SEVERITY_WARNING, (struct place){.file = text_from_c(session->request.operands[0])},
            MESSAGE(
                "version {1} has signed revision {2}: moves and certificates of its manifest are not computed again",
                revision->version, revision_name(revision->number, &session->memory.kept)),
            NO_HINT);
}

enum exit_code run_seal(struct session *session)
{
    const char *path = session->request.values[OPTION_OUTPUT];
    struct arena *kept = &session->memory.kept;
    const struct signing_key *key;
    struct container container;
    if (!session_read(session))
        return session_exit(session);
    if (!is_official(session) || !revision_check(session, &session->faults) || !may_be_replaced(session, path) ||
        !sealing_gather(session, &container, &key) ||
        !archive_complete(&container, key, text_from_c(session->request.operands[0]), kept, &session->faults) ||
        !is_as_computed(session, &container) ||
        !file_write(path, container_write(&container, kept), session->memory.scratch, &session->faults))
        return session_close(session);
    tell_path(session, path);
    warn_of_version(session);
    enum exit_code code = session_close(session);
    tell_key(session, &container, key);
    return code;
}
