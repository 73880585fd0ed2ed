/* Containers that somebody else may have made, or changed. */
#include "container.h"

#include "container_parts.h"

struct reading {
    struct text bytes, path;
    size_t at;
    struct container *container;
    size_t capacity;
    struct arena *arena;
    struct faults *faults;
};

static bool refuse(struct reading *reading, struct message what, struct message hint)
{
    faults_add(reading->faults, SEVERITY_ERROR, (struct place){.file = reading->path}, what, hint);
    return false;
}

static struct text number(struct reading *reading, size_t value)
{
    struct sink sink = sink_in(reading->faults->arena);
    sink_integer(&sink, (int64_t)value);
    return sink_written(&sink);
}

/* Without a name: in what stands behind the files. Where a file's bytes are others it is its header that differs, by their
 * checksum: which of them, nobody can tell. */
static bool refuse_damaged(struct reading *reading, struct text name, size_t at)
{
    return refuse(reading,
                  name.length > 0 ? MESSAGE("damaged in {1}", name)
                                  : MESSAGE("damaged at byte {1}, in the directory at the end", number(reading, at)),
                  MESSAGE("it is not as biwu seal wrote it: get another copy"));
}

static bool refuse_cut(struct reading *reading, struct text name)
{
    return refuse(reading,
                  name.length > 0 ? MESSAGE("cut off in {1}", name) : MESSAGE("cut off in the directory at the end"),
                  MESSAGE("it was not copied whole: get another copy"));
}

/* Which file would be next, nobody can tell. */
static bool refuse_cut_behind(struct reading *reading, struct text name)
{
    return refuse(reading, MESSAGE("cut off behind {1}", name), MESSAGE("it was not copied whole: get another copy"));
}

/* ---- files, one behind the other ---- */

static size_t field(const struct reading *reading, size_t at, int bytes)
{
    size_t value = 0;
    for (int i = bytes - 1; i >= 0; i--)
        value = value << 8 | (unsigned char)reading->bytes.bytes[at + (size_t)i];
    return value;
}

static struct text rest_at(const struct reading *reading, size_t at)
{
    return (struct text){reading->bytes.bytes + at, reading->bytes.length - at};
}

/* For people: the name at this place where it is one that may be shown, else its number: #3. */
static struct text name_shown(struct reading *reading, size_t at)
{
    if (reading->bytes.length - at >= LOCAL_BYTES) {
        struct text rest = rest_at(reading, at + LOCAL_BYTES);
        struct text name = {rest.bytes, field(reading, at + LOCAL_NAME_AT, 2)};
        if (name.length <= rest.length && container_name_is_sound(name))
            return name;
    }
    struct sink sink = sink_in(reading->faults->arena);
    sink_byte(&sink, '#');
    sink_integer(&sink, (int64_t)reading->container->count + 1);
    return sink_written(&sink);
}

static bool is_in_order(const struct container *container, struct text name)
{
    return container->count == 0 || text_compare(container->files[container->count - 1].name, name) < 0;
}

/* Either of the two names may be the wrong one. */
static bool refuse_order(struct reading *reading, struct text name)
{
    const struct container *container = reading->container;
    return refuse(reading,
                  MESSAGE("{1} stands behind {2}, out of order", name, container->files[container->count - 1].name),
                  MESSAGE("it is not as biwu seal wrote it: get another copy"));
}

/* Takes the file that begins here; nothing of it is believed yet but where it ends. */
static bool take(struct reading *reading)
{
    struct container *container = reading->container;
    struct text shown = name_shown(reading, reading->at);
    size_t left = reading->bytes.length - reading->at;
    if (left < LOCAL_BYTES)
        return refuse_cut(reading, shown);
    size_t size = field(reading, reading->at + LOCAL_SIZE_AT, 4);
    struct text name = {rest_at(reading, reading->at + LOCAL_BYTES).bytes,
                        field(reading, reading->at + LOCAL_NAME_AT, 2)};
    if (left - LOCAL_BYTES < name.length || left - LOCAL_BYTES - name.length < size)
        return refuse_cut(reading, shown);
    if (!container_name_is_sound(name))
        return refuse_damaged(reading, shown, reading->at + LOCAL_BYTES);
    if (!is_in_order(container, name))
        return refuse_order(reading, name);
    ARENA_RESERVE_ONE(reading->arena, container->files, container->count, reading->capacity);
    container->files[container->count++] = (struct whole_file){.name = name, .bytes = {name.bytes + name.length, size}};
    reading->at += LOCAL_BYTES + name.length + size;
    return true;
}

/* ---- the comparison ---- */

static size_t first_difference(struct text a, struct text b)
{
    size_t shorter = a.length < b.length ? a.length : b.length, i = 0;
    while (i < shorter && a.bytes[i] == b.bytes[i])
        i++;
    return i;
}

/* Whose header or record this place is in; empty: behind them. A file whose bytes are others differs in its header, too,
 * since that holds their checksum. */
static struct text file_at(const struct container *container, size_t at)
{
    size_t end = 0;
    for (size_t i = 0; i < container->count; i++) {
        end += LOCAL_BYTES + container->files[i].name.length + container->files[i].bytes.length;
        if (at < end)
            return container->files[i].name;
    }
    for (size_t i = 0; i < container->count; i++) {
        end += CENTRAL_BYTES + container->files[i].name.length;
        if (at < end)
            return container->files[i].name;
    }
    return TEXT("");
}

/* What stands here is neither a file nor the directory: it may well be the size of one before that is wrong. Where it has no name
 * as files have, it is the directory's beginning. */
static bool refuse_lost(struct reading *reading, struct arena scratch)
{
    const struct container *container = reading->container;
    size_t at = first_difference(container_write(container, &scratch), reading->bytes);
    struct text shown = name_shown(reading, reading->at);
    if (at < reading->at)
        return refuse_damaged(reading, file_at(container, at), at);
    return refuse_damaged(reading, text_starts_with(shown, TEXT("#")) ? TEXT("") : shown, reading->at);
}

static bool take_all(struct reading *reading, struct arena scratch)
{
    struct container *container = reading->container;
    while (text_starts_with(rest_at(reading, reading->at), LOCAL_MARK))
        if (!take(reading))
            return false;
    if (container->count == 0)
        return refuse(reading, MESSAGE("this is no archive of biwu"), MESSAGE("biwu seal makes one"));
    if (reading->bytes.length - reading->at < LOCAL_MARK.length)
        return refuse_cut_behind(reading, container->files[container->count - 1].name);
    return text_starts_with(rest_at(reading, reading->at), CENTRAL_MARK) || refuse_lost(reading, scratch);
}

bool container_read(struct text bytes, struct text path, struct arena *arena, struct arena scratch,
                    struct faults *faults, struct container *container)
{
    struct reading reading = {.bytes = bytes, .path = path, .container = container, .arena = arena, .faults = faults};
    struct text twice = TEXT_INIT("");
    *container = (struct container){0};
    if (bytes.length > CONTAINER_MOST_BYTES)
        return refuse(&reading, MESSAGE("larger than an archive can be"), NO_HINT);
    if (!take_all(&reading, scratch))
        return false;
    if (!container_sort(container, &twice) || !container_fits(container))
        return refuse(&reading, MESSAGE("{1} is there twice, or as a file and as a folder", twice), NO_HINT);
    struct text again = container_write(container, &scratch);
    size_t at = first_difference(again, bytes);
    if (at == bytes.length && at < again.length)
        return refuse_cut(&reading, TEXT(""));
    return (at == bytes.length && at == again.length) || refuse_damaged(&reading, file_at(container, at), at);
}
