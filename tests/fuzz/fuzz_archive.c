/* An archive that anybody may have made. The first byte says how much of it is made sound before it is read: by itself a fuzzer
 * finds neither checksums nor hashes. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "archive.h"
#include "archive_signature.h"
#include "fuzz.h"

enum { AS_IT_IS, WRITTEN_AGAIN, SUMMED_AGAIN, WAYS };

/* ---- making up ---- */

/* "NAME\nBYTES" behind one another, divided by the byte FF, which no text has. */
static struct container files_of(struct text rest, struct arena *arena)
{
    struct container container = {0};
    size_t capacity = 0;
    struct text part, name;
    while (text_next_part(&rest, '\xFF', &part)) {
        if (!text_next_part(&part, '\n', &name))
            continue;
        ARENA_RESERVE_ONE(arena, container.files, container.count, capacity);
        container.files[container.count++] = (struct whole_file){.name = name, .bytes = part};
    }
    return container;
}

static void sum_again(struct container *container, struct arena *arena)
{
    struct text sums = archive_sums(container, arena);
    for (size_t i = 0; i < container->count; i++)
        if (text_equal(container->files[i].name, ARCHIVE_SUMS))
            container->files[i].bytes = sums;
}

static struct text made_up(struct text rest, int way, struct arena *arena)
{
    if (way == AS_IT_IS)
        return rest;
    struct text twice;
    struct container container = files_of(rest, arena);
    container_sort(&container, &twice);
    if (way == SUMMED_AGAIN)
        sum_again(&container, arena);
    return container_write(&container, arena);
}

/* ---- what must hold ---- */

/* What is read would be written the same, lies within the bytes, and leads nowhere else. */
static void check_container(const struct container *container, struct text bytes, struct arena scratch)
{
    assert(text_equal(container_write(container, &scratch), bytes));
    for (size_t i = 0; i < container->count; i++) {
        const struct whole_file *file = &container->files[i];
        assert(container_name_is_sound(file->name) && file->name.bytes[0] != '/');
        assert(file->bytes.bytes >= bytes.bytes &&
               file->bytes.bytes + file->bytes.length <= bytes.bytes + bytes.length);
        assert(i == 0 || text_compare(container->files[i - 1].name, file->name) < 0);
    }
}

static void read_container(struct text bytes, struct arena arena)
{
    struct faults faults = faults_in(&arena);
    struct container container;
    bool is_read = container_read(bytes, TEXT("x.biwu"), &arena, fuzz_scratch(), &faults, &container);
    assert(is_read == (faults_grave(&faults) == 0));
    fuzz_check_faults(&faults);
    if (is_read)
        check_container(&container, bytes, fuzz_scratch());
}

static void read_archive(struct text bytes, struct arena arena)
{
    struct faults faults = faults_in(&arena);
    struct archive archive;
    bool is_read = archive_read(bytes, TEXT("x.biwu"), &arena, fuzz_scratch(), &faults, &archive);
    assert(is_read == (faults_grave(&faults) == 0));
    fuzz_check_faults(&faults);
    if (!is_read)
        return;
    const struct whole_file *sums = archive_find(&archive, ARCHIVE_SUMS);
    assert(sums && archive_find(&archive, TEXT("contest/contest.yaml")));
    assert(text_equal(archive_sums(&archive.container, &arena), sums->bytes));
    assert(archive.is_signed == (archive_find(&archive, ARCHIVE_SIGNATURE) != NULL));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size == 0)
        return 0;
    struct arena *arena = fuzz_arena();
    struct text made = made_up((struct text){(const char *)bytes + 1, size - 1}, bytes[0] % WAYS, arena);
    char *copy = malloc(made.length + 1); /* on the heap reading beyond its end is noticed */
    assert(copy);
    memcpy(copy + 1, made.bytes, made.length);
    struct text whole = {copy + 1, made.length};
    read_container(whole, *arena);
    read_archive(whole, *arena);
    free(copy);
    return 0;
}
