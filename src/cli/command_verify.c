#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "archive_check.h"
#include "attestation.h"
#include "messages.h"
#include "plain.h"
#include "printable.h"
#include "session.h"
#include "succession.h"
#include "terminal.h"
#include "verdict.h"

/* A code that was cut from a leaderboard is genuine, too. */
static bool is_of_leaderboard(const struct attestation *attestation)
{
    return attestation->number.length + attestation->name.length + attestation->award.length == 0;
}

/* What the text says, and by which key; `signer` NULL: none. */
static void show(struct session *session, enum tint tint, struct message what, const struct attestation *attestation,
                 const struct public_key *signer)
{
    struct style style = terminal_style(STDOUT_FILENO);
    struct verdict verdict = verdict_of(session);
    if (is_of_leaderboard(attestation))
        verdict_add(
            &verdict, MESSAGE("from"),
            style_text(&session->memory.kept, &style, MESSAGE("a leaderboard: on a certificate it proves nothing")));
    verdict_add(&verdict, MESSAGE("contest"), attestation->contest);
    verdict_add(&verdict, MESSAGE("certificate"), attestation->number);
    verdict_add(&verdict, MESSAGE("name"), attestation->name);
    verdict_add(&verdict, MESSAGE("award"), attestation->award);
    verdict_add(&verdict, MESSAGE("result hash"), attestation->hash);
    verdict_add_key(&verdict, signer);
    verdict_print(&verdict, tint, what);
}

static void show_genuine(struct session *session, struct message verdict, const struct attestation *attestation,
                         const struct public_key *signer)
{
    show(session, TINT_GOOD, verdict, attestation, signer);
}

/* Whoever reads standard output alone must not take it for proven. */
static void show_claims(struct session *session, const struct attestation *attestation, const struct public_key *signer)
{
    show(session, TINT_BAD, MESSAGE("Not proven. What it claims:"), attestation, signer);
}

static void refuse(struct session *session, struct message what, struct message hint)
{
    faults_add(&session->faults, SEVERITY_ERROR, (struct place){0}, what, hint);
}

/* The key that --key demands. */
static void judge_by_name(struct session *session, const struct attestation *attestation,
                          const struct public_key *signer)
{
    if (public_key_is_named(signer, session_option(session, OPTION_KEY), session->memory.scratch)) {
        show_genuine(session,
                     MESSAGE("Genuine: signed with this key, and not changed since. Compare it with the paper:"),
                     attestation, signer);
        return;
    }
    refuse(session,
           MESSAGE("signed with another key, {1}: not genuine", public_key_fingerprint(signer, &session->memory.kept)),
           MESSAGE("ask the organiser whether that key is theirs, too, before you trust the paper"));
}

/* Without --key: the one key whose owner is known is the user's own. */
static void judge_by_own_key(struct session *session, const struct attestation *attestation,
                             const struct public_key *signer)
{
    struct public_key own;
    if (keyring_own_key(&own, session->memory.scratch, &session->faults) && public_key_is_same(signer, &own)) {
        show_genuine(session,
                     MESSAGE("Genuine: signed with your own key, and not changed since. Compare it with the paper:"),
                     attestation, signer);
        return;
    }
    show_claims(session, attestation, signer);
    refuse(
        session, MESSAGE("not changed since it was signed, but whose key that is, is not known here"),
        MESSAGE("anybody can sign with a key of their own: get the organiser's fingerprint, not from this paper, and "
                "give it with --key"));
}

static void judge(struct session *session, struct text written)
{
    struct attestation attestation;
    struct public_key signer;
    size_t bad_at;
    bool is_printable = text_is_utf8(written, &bad_at) && text_find_unprintable(written) == TEXT_INVALID;
    switch (is_printable ? attestation_read(written, &session->memory.kept, &attestation, &signer)
                         : ATTESTATION_FOREIGN) {
    case ATTESTATION_SIGNED:
        if (session->request.values[OPTION_KEY])
            judge_by_name(session, &attestation, &signer);
        else
            judge_by_own_key(session, &attestation, &signer);
        succession_tell(session, &attestation);
        break;
    case ATTESTATION_CHANGED:
        refuse(session, MESSAGE("the text was changed after it was signed: not genuine"),
               MESSAGE("scan the code once more, in case a character was lost"));
        break;
    case ATTESTATION_UNSIGNED:
        show_claims(session, &attestation, NULL);
        refuse(session, MESSAGE("not signed: anybody can have made this code"),
               MESSAGE("its result hash, too, can be copied: look the name and the award up in the published result"));
        succession_tell(session, &attestation);
        break;
    case ATTESTATION_FOREIGN:
        refuse(session, MESSAGE("this is no text of a certificate or leaderboard of biwu, or not all of it"),
               MESSAGE("it begins with biwu1/; paste all of it, between quotes"));
        break;
    }
}

/* One line, with whatever bytes it has; longer than any code holds is cut, and found to be none. */
static struct text read_line(struct arena *arena)
{
    enum { ROOM = ATTESTATION_MOST_BYTES + 64 };
    struct sink line = sink_in(arena);
    for (int c = getchar(); c != EOF && c != '\n' && line.length < ROOM; c = getchar())
        sink_byte(&line, (char)c);
    return sink_written(&line);
}

static enum exit_code misused(struct session *session, struct message what)
{
    return session_misused(session, what,
                           MESSAGE("usage: biwu {1}", text_from_c(translate(command_find(TEXT("verify"))->usage))));
}

enum exit_code run_verify(struct session *session)
{
    const char *given = session->request.values[OPTION_QR];
    if (!given && session->request.operand_count != 1)
        return misused(session, session->request.operand_count == 0
                                    ? MESSAGE("{1}: FILE, or --qr TEXT, is missing", TEXT("verify"))
                                    : MESSAGE("{1}: one FILE at a time", TEXT("verify")));
    if (session->request.values[OPTION_KEY] && !public_key_name_is_sound(session_option(session, OPTION_KEY)))
        return session_misused(
            session, MESSAGE("{1} is no fingerprint of a key", SHOWN(session_option(session, OPTION_KEY))),
            MESSAGE("it has 16 digits from 0 to f, as biwu key show prints them: 1a2b-3c4d-5e6f-7081"));
    session->faults = faults_in(&session->memory.kept);
    if (!given) {
        archive_check(session, session->request.operands[0]);
        return session_close(session);
    }
    struct text written = strcmp(given, "-") == 0 ? read_line(&session->memory.kept) : text_from_c(given);
    judge(session, text_trimmed(written));
    return session_close(session);
}
