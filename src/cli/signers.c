#include "signers.h"

#include <string.h>

#include "plain.h"
#include "printable.h"
#include "shell_words.h"

enum { FULL_WIDTH_FIRST = 0xFF01, FULL_WIDTH_LAST = 0xFF5E, FULL_WIDTH_SHIFT = 0xFEE0 };
enum {
    IDEOGRAPHIC_SPACE = 0x3000,
    NO_BREAK_SPACE = 0xA0,
    NARROW_NO_BREAK_SPACE = 0x202F,
    MATHEMATICAL_SPACE = 0x205F,
    OGHAM_SPACE = 0x1680
};
enum { FIRST_PRINTERS_SPACE = 0x2000, LAST_PRINTERS_SPACE = 0x200A };

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == NO_BREAK_SPACE || c == IDEOGRAPHIC_SPACE || c == NARROW_NO_BREAK_SPACE ||
           c == MATHEMATICAL_SPACE || c == OGHAM_SPACE || (c >= FIRST_PRINTERS_SPACE && c <= LAST_PRINTERS_SPACE);
}

/* What is drawn as nothing and may stand in a name all the same: joiners, selectors, fillers. */
static bool is_nothing(uint32_t c)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {{0x34F, 0x34F},   {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x200C, 0x200D},
                  {0x2800, 0x2800}, {0x3164, 0x3164}, {0xFE00, 0xFE0F}, {0xFFA0, 0xFFA0}, {0xE0100, 0xE01EF}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return true;
    return false;
}

/* A name to be compared: without blanks, which pad short Chinese names, and what is not seen; full-width forms made plain and
 * capitals small. */
static struct text folded(struct text name, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    while (name.length > 0) {
        uint32_t c = text_next_character(&name);
        if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)
            c -= FULL_WIDTH_SHIFT;
        if (c >= 'A' && c <= 'Z')
            c += 'a' - 'A';
        if (!is_blank(c) && !is_nothing(c) && c != TEXT_INVALID)
            sink_character(&sink, c);
    }
    return sink_written(&sink);
}

/* The contest's signers, as they are read. */
struct signing {
    struct session *session;
    struct faults *faults;
    struct signers *signers;
};

static void refuse(struct signing *signing, struct message what, struct message hint)
{
    faults_add(signing->faults, SEVERITY_ERROR, (struct place){0}, what, hint);
}

/* ---- one signature ---- */

/* The number of a role, or INDEX_NONE, and reported. */
static size_t find_role(struct signing *signing, struct text written)
{
    struct session *session = signing->session;
    const struct texts *roles = &session->contest.rules.sign;
    struct arena scratch = session->memory.scratch;
    struct index known = index_in(&scratch);
    struct sink all = sink_in(&scratch);
    for (size_t i = 0; i < roles->count; i++)
        index_add(&known, folded(roles->items[i], &session->memory.kept), i);
    size_t role = index_find(&known, folded(written, &session->memory.kept));
    if (role < roles->count)
        return role;
    for (size_t i = 0; i < roles->count; i++) {
        sink_c(&all, i > 0 ? ", " : "");
        sink_text(&all, roles->items[i]);
    }
    struct text listed = sink_written(&all), nearest = index_nearest(&known, written, scratch);
    refuse(signing, MESSAGE("{1} signs nothing here", written),
           nearest.length > 0 ? MESSAGE("did you mean {1}?", nearest)
                              : MESSAGE("contest.yaml names under sign: {1}", listed));
    return INDEX_NONE;
}

static void take(struct signing *signing, const char *written)
{
    struct signers *signers = signing->signers;
    const char *equals = strchr(written, '=');
    struct text whole = text_from_c(written), role, name;
    size_t bad_at;
    if (text_is_utf8(whole, &bad_at) && text_find_unprintable(whole) != TEXT_INVALID) {
        refuse(signing, MESSAGE("--signed {1} holds a character that cannot be seen", SHOWN(whole)),
               MESSAGE("type the name anew: it was copied with more than its letters"));
        return;
    }
    if (!equals || !text_is_utf8(whole, &bad_at)) {
        struct text first = signing->session->contest.rules.sign.items[0];
        refuse(signing, MESSAGE("--signed {1} is not of the form ROLE=NAME", SHOWN(whole)),
               MESSAGE("as in: --signed {1}{2}=张三{1}", shell_word_quote(first), first));
        return;
    }
    role = text_trimmed((struct text){written, (size_t)(equals - written)});
    name = text_trimmed(text_from_c(equals + 1));
    size_t at = find_role(signing, role);
    if (at == INDEX_NONE)
        return;
    if (folded(name, &signing->session->memory.kept).length == 0)
        refuse(signing, MESSAGE("{1}: the name of who signed is missing", role), NO_HINT);
    else if (signers->items[at].name.length > 0)
        refuse(signing, MESSAGE("{1} has signed twice: {2} and {3}", role, signers->items[at].name, name), NO_HINT);
    else
        signers->items[at].name = name;
}

/* ---- all of them ---- */

static void refuse_missing(struct signing *signing)
{
    const struct signers *signers = signing->signers;
    for (size_t i = 0; i < signers->count; i++) {
        struct text role = signers->items[i].role;
        if (signers->items[i].name.length == 0)
            refuse(signing, MESSAGE("{1} has not signed yet", role),
                   MESSAGE("--signed {1}{2}=NAME{1}", shell_word_quote(role), role));
    }
}

static void refuse_doubled(struct signing *signing, struct arena scratch)
{
    const struct signers *signers = signing->signers;
    struct index names = index_in(&scratch);
    for (size_t i = 0; i < signers->count; i++) {
        struct text name = folded(signers->items[i].name, &scratch);
        size_t first = name.length > 0 ? index_find(&names, name) : INDEX_NONE;
        if (first != INDEX_NONE)
            refuse(signing,
                   MESSAGE("{1} signs as {2} and as {3}: one person cannot check themselves", signers->items[i].name,
                           signers->items[first].role, signers->items[i].role),
                   MESSAGE("where two people have this name, write what tells them apart behind it: 张三（女）"));
        else
            index_add(&names, name, i);
    }
}

/* A judge may preside and sign; a contestant may not. */
static void refuse_contestants(struct signing *signing, struct arena scratch)
{
    const struct signers *signers = signing->signers;
    const struct contest *contest = &signing->session->contest;
    struct index names = index_in(&scratch);
    for (size_t c = 0; c < contest->contestant_count; c++)
        index_add(&names, folded(contest->contestants[c].name, &scratch), c);
    for (size_t i = 0; i < signers->count; i++)
        if (signers->items[i].name.length > 0 &&
            index_find(&names, folded(signers->items[i].name, &scratch)) != INDEX_NONE)
            refuse(signing,
                   MESSAGE("{1} cannot sign as {2}: a contestant has this name", signers->items[i].name,
                           signers->items[i].role),
                   MESSAGE("where it is somebody else, write what tells them apart behind it: 张三（组织部）"));
}

/* A role that stands twice under sign waits for a second signature that nobody can give. */
static bool refuse_doubled_roles(struct signing *signing, struct arena scratch)
{
    const struct texts *roles = &signing->session->contest.rules.sign;
    struct index known = index_in(&scratch);
    bool are_different = true;
    for (size_t i = 0; i < roles->count; i++) {
        struct text role = folded(roles->items[i], &scratch);
        if (index_find(&known, role) != INDEX_NONE) {
            refuse(signing,
                   MESSAGE("contest.yaml names {1} twice under sign: nobody can sign for it twice", roles->items[i]),
                   MESSAGE("name each role once, as in [计分员, 复核员一, 复核员二]"));
            are_different = false;
        }
        index_add(&known, role, i);
    }
    return are_different;
}

bool signers_read(struct session *session, struct faults *faults, struct signers *signers)
{
    const struct texts *roles = &session->contest.rules.sign;
    struct signing signing = {session, faults, signers};
    size_t grave = faults_grave(faults);
    *signers = (struct signers){ARENA_ARRAY(&session->memory.kept, struct signer, roles->count), roles->count};
    for (size_t i = 0; i < roles->count; i++)
        signers->items[i].role = roles->items[i];
    if (!refuse_doubled_roles(&signing, session->memory.scratch))
        return false;
    for (size_t i = 0; i < session->request.signature_count; i++)
        take(&signing, session->request.signatures[i]);
    refuse_doubled(&signing, session->memory.scratch);
    refuse_contestants(&signing, session->memory.scratch);
    if (faults_grave(faults) == grave)
        refuse_missing(&signing);
    return faults_grave(faults) == grave;
}

/* Each role by a name that finalise would take. */
static bool is_signed_in(const struct revision *revision, const struct texts *roles, struct arena scratch)
{
    bool is_signed = revision->signer_count == roles->count;
    for (size_t i = 0; is_signed && i < roles->count; i++) {
        const struct signer *signer = &revision->signers[i];
        is_signed = text_equal(signer->role, roles->items[i]) && text_find_unprintable(signer->name) == TEXT_INVALID &&
                    folded(signer->name, &scratch).length > 0;
    }
    return is_signed;
}

bool signers_check(struct session *session, const struct revision *revision, struct faults *faults)
{
    struct signers signers = {revision->signers, revision->signer_count};
    struct signing signing = {session, faults, &signers};
    size_t grave = faults_grave(faults);
    if (!is_signed_in(revision, &session->contest.rules.sign, session->memory.scratch)) {
        refuse(&signing,
               MESSAGE("revision {1} is not signed in each role that contest.yaml names under sign",
                       revision_name(revision->number, &session->memory.kept)),
               MESSAGE("biwu finalise has not written it so"));
        return false;
    }
    refuse_doubled(&signing, session->memory.scratch);
    refuse_contestants(&signing, session->memory.scratch);
    return faults_grave(faults) == grave;
}

bool signers_equal(const struct signers *signers, const struct revision *revision)
{
    bool are_equal = signers->count == revision->signer_count;
    for (size_t i = 0; are_equal && i < signers->count; i++)
        are_equal = text_equal(signers->items[i].role, revision->signers[i].role) &&
                    text_equal(signers->items[i].name, revision->signers[i].name);
    return are_equal;
}
