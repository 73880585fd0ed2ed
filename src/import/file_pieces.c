#include "file_pieces.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

bool file_pieces_open(struct file_pieces *pieces, const char *path, size_t usual, size_t longest, size_t least,
                      size_t most)
{
    *pieces = (struct file_pieces){.usual = usual, .longest = longest};
    pieces->descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (pieces->descriptor < 0)
        return false;
    if (fstat(pieces->descriptor, &pieces->status) == 0 && S_ISREG(pieces->status.st_mode))
        pieces->size = (size_t)pieces->status.st_size;
    if (pieces->size == 0 || pieces->size < least || pieces->size > most) {
        close(pieces->descriptor);
        return false;
    }
    pieces->count = (pieces->size + usual - 1) / usual;
    return true;
}

void file_pieces_close(struct file_pieces *pieces)
{
    close(pieces->descriptor);
}

size_t file_pieces_room(const struct file_pieces *pieces)
{
    return 1 + pieces->usual + pieces->longest;
}

/* False where the file ends before `length` bytes, or the system fails. */
static bool read_at(int descriptor, size_t offset, char *block, size_t length)
{
    while (length > 0) {
        ssize_t got = pread(descriptor, block, length, (off_t)offset);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        block += got;
        offset += (size_t)got;
        length -= (size_t)got;
    }
    return true;
}

/* Bytes up to behind the first line end from `from` on. False where there is none. */
static bool behind_line_end(struct text bytes, size_t from, size_t *behind)
{
    const char *end = from < bytes.length ? memchr(bytes.bytes + from, '\n', bytes.length - from) : NULL;
    if (!end)
        return false;
    *behind = (size_t)(end - bytes.bytes) + 1;
    return true;
}

bool file_pieces_read(const struct file_pieces *pieces, size_t number, char *block, struct text *piece)
{
    /* From the byte before, which may be the line end that the piece begins behind. */
    size_t from = number * pieces->usual - (number > 0), length = file_pieces_room(pieces), start = 0;
    bool is_last = length >= pieces->size - from;
    if (is_last)
        length = pieces->size - from;
    if (!read_at(pieces->descriptor, from, block, length))
        return false;
    struct text bytes = {block, length};
    size_t end = length, next = (number + 1) * pieces->usual - from - 1;
    bool has_start = number == 0 || behind_line_end(bytes, 0, &start);
    bool has_end = number + 1 == pieces->count || behind_line_end(bytes, next, &end);
    if (!has_start)
        start = length;
    *piece = (struct text){block + start, end - start};
    return is_last || (has_start && has_end);
}

bool file_pieces_read_rest(const struct file_pieces *pieces, size_t offset, char *block)
{
    return read_at(pieces->descriptor, offset, block, pieces->size - offset);
}

bool file_pieces_are_unchanged(const struct file_pieces *pieces)
{
    struct stat now;
    return fstat(pieces->descriptor, &now) == 0 && now.st_size == pieces->status.st_size &&
           now.st_mtim.tv_sec == pieces->status.st_mtim.tv_sec && now.st_mtim.tv_nsec == pieces->status.st_mtim.tv_nsec;
}
