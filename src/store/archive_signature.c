#include "archive_signature.h"

#include "archive.h"
#include "later_format.h"
#include "sha256.h"

/* No text of a QR code, the other thing that a key signs, begins so. */
#define FIRST_LINE "biwu archive 1\n"

enum { FORMAT = 1 };

bool archive_sums_cover(struct text name)
{
    return !text_equal(name, ARCHIVE_SUMS) && !text_equal(name, ARCHIVE_SIGNATURE);
}

struct text archive_sums(const struct container *container, struct arena *arena)
{
    struct sink lines = sink_in(arena);
    for (size_t i = 0; i < container->count; i++) {
        const struct whole_file *file = &container->files[i];
        if (!archive_sums_cover(file->name))
            continue;
        sink_text(&lines, sha256_text(file->bytes, arena));
        sink_c(&lines, "  ");
        sink_text(&lines, file->name);
        sink_byte(&lines, '\n');
    }
    return sink_written(&lines);
}

/* ---- the signature ---- */

static struct text message_of(struct text sums, struct arena *arena)
{
    struct sink message = sink_in(arena);
    sink_c(&message, FIRST_LINE);
    sink_text(&message, sums);
    return sink_written(&message);
}

static struct text signature_file(const struct public_key *key, const struct signature *signature, struct arena *arena)
{
    struct text key_text = public_key_text(key, arena);
    struct text signature_text = base64url_of(signature->bytes, sizeof signature->bytes, arena);
    struct sink written = sink_in(arena);
    sink_c(&written, FIRST_LINE "key ");
    sink_text(&written, key_text);
    sink_c(&written, "\nsignature ");
    sink_text(&written, signature_text);
    sink_byte(&written, '\n');
    return sink_written(&written);
}

struct text archive_signature(struct text sums, const struct signing_key *key, struct arena *arena)
{
    struct signature signature = signing_key_sign(key, message_of(sums, arena));
    return signature_file(&key->public_key, &signature, arena);
}

/* Takes "NAME VALUE" off; false where the next line is another. */
static bool next_value(struct text *rest, struct text name, struct text *value)
{
    struct text line;
    if (!text_next_part(rest, '\n', &line) || !text_starts_with(line, name))
        return false;
    *value = (struct text){line.bytes + name.length, line.length - name.length};
    return true;
}

bool archive_signature_is_later(struct text written)
{
    return later_format_of_line(written, TEXT("biwu archive "), FORMAT);
}

bool archive_signature_holds(struct text written, struct text sums, struct arena scratch, struct public_key *signer)
{
    struct text rest = written, key, value;
    struct signature signature;
    if (!next_value(&rest, TEXT("biwu archive 1"), &key) || !next_value(&rest, TEXT("key "), &key) ||
        !next_value(&rest, TEXT("signature "), &value) || !public_key_from_text(key, signer) ||
        !base64url_read(value, signature.bytes, sizeof signature.bytes))
        return false;
    /* In one form only: base64 has bits that say nothing. */
    return text_equal(signature_file(signer, &signature, &scratch), written) &&
           public_key_verifies(signer, message_of(sums, &scratch), &signature);
}
