#include "attestation.h"

enum {
    FIELD_MARK,
    FIELD_CONTEST,
    FIELD_NUMBER,
    FIELD_NAME,
    FIELD_AWARD,
    FIELD_HASH,
    FIELD_KEY,
    FIELD_SIGNATURE,
    FIELDS
};

static const char DIGITS[] = "0123456789ABCDEF";

static bool is_plain(unsigned char byte)
{
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z') || byte == '-' || byte == '.' || byte == '_' || byte == '~';
}

static void write_field(struct sink *sink, struct text field)
{
    for (size_t i = 0; i < field.length; i++) {
        unsigned char byte = (unsigned char)field.bytes[i];
        if (is_plain(byte)) {
            sink_byte(sink, field.bytes[i]);
            continue;
        }
        sink_byte(sink, '%');
        sink_byte(sink, DIGITS[byte >> 4]);
        sink_byte(sink, DIGITS[byte & 15]);
    }
    sink_byte(sink, '/');
}

struct text attestation_text(const struct attestation *attestation, const struct signing_key *key, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    sink_c(&sink, "biwu1/");
    write_field(&sink, attestation->contest);
    write_field(&sink, attestation->number);
    write_field(&sink, attestation->name);
    write_field(&sink, attestation->award);
    write_field(&sink, attestation->hash);
    if (key)
        sink_text(&sink, public_key_text(&key->public_key, arena));
    struct signature signature = key ? signing_key_sign(key, sink_written(&sink)) : (struct signature){0};
    sink_byte(&sink, '/');
    if (key)
        sink_text(&sink, base64url_of(signature.bytes, sizeof signature.bytes, arena));
    return sink_written(&sink);
}

/* ---- reading ---- */

static int digit_of(char c)
{
    for (int digit = 0; digit < 16; digit++)
        if (DIGITS[digit] == c)
            return digit;
    return -1;
}

/* The byte that the three bytes of an escape stand for; -1 where they are none, or the byte needs none or is a control. */
static int read_escape(struct text rest)
{
    if (rest.length < 3 || digit_of(rest.bytes[1]) < 0 || digit_of(rest.bytes[2]) < 0)
        return -1;
    int byte = digit_of(rest.bytes[1]) * 16 + digit_of(rest.bytes[2]);
    return byte < ' ' || byte == 0x7F || is_plain((unsigned char)byte) ? -1 : byte;
}

static bool read_field(struct text written, struct arena *arena, struct text *field)
{
    struct sink sink = sink_in(arena);
    size_t bad_at;
    for (struct text rest = written; rest.length > 0;) {
        bool is_escape = rest.bytes[0] == '%';
        int byte = is_escape ? read_escape(rest) : (unsigned char)rest.bytes[0];
        if (byte < 0 || (!is_escape && !is_plain((unsigned char)byte)))
            return false;
        sink_byte(&sink, (char)byte);
        size_t taken = is_escape ? 3 : 1;
        rest = (struct text){rest.bytes + taken, rest.length - taken};
    }
    *field = sink_written(&sink);
    return text_is_utf8(*field, &bad_at);
}

/* Cuts at the slashes; false where there are more or fewer parts than fields. */
static bool cut(struct text written, struct text parts[FIELDS])
{
    size_t count = 0, start = 0;
    for (size_t i = 0; i <= written.length; i++) {
        if (i < written.length && written.bytes[i] != '/')
            continue;
        if (count == FIELDS)
            return false;
        parts[count++] = (struct text){written.bytes + start, i - start};
        start = i + 1;
    }
    return count == FIELDS;
}

enum attestation_state attestation_read(struct text written, struct arena *arena, struct attestation *attestation,
                                        struct public_key *signer)
{
    struct text line = text_trimmed(written), parts[FIELDS];
    struct attestation read;
    struct public_key key;
    struct signature signature;
    if (line.length > ATTESTATION_MOST_BYTES || !cut(line, parts) || !text_equal(parts[FIELD_MARK], TEXT("biwu1")) ||
        !read_field(parts[FIELD_CONTEST], arena, &read.contest) ||
        !read_field(parts[FIELD_NUMBER], arena, &read.number) || !read_field(parts[FIELD_NAME], arena, &read.name) ||
        !read_field(parts[FIELD_AWARD], arena, &read.award) || !read_field(parts[FIELD_HASH], arena, &read.hash))
        return ATTESTATION_FOREIGN;

    bool is_signed = parts[FIELD_KEY].length > 0 || parts[FIELD_SIGNATURE].length > 0;
    struct text signed_part = {line.bytes, (size_t)(parts[FIELD_SIGNATURE].bytes - line.bytes) - 1};
    if (is_signed && (!public_key_from_text(parts[FIELD_KEY], &key) ||
                      !base64url_read(parts[FIELD_SIGNATURE], signature.bytes, sizeof signature.bytes)))
        return ATTESTATION_FOREIGN;
    if (is_signed && !public_key_verifies(&key, signed_part, &signature))
        return ATTESTATION_CHANGED;
    *attestation = read;
    if (is_signed)
        *signer = key;
    return is_signed ? ATTESTATION_SIGNED : ATTESTATION_UNSIGNED;
}
