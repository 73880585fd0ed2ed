/* A text file in pieces that are read each for itself, by any thread. They are cut behind line ends: piece n begins with the
 * first line that starts at n times the usual size or behind it. */
#ifndef BIWU_FILE_PIECES_H
#define BIWU_FILE_PIECES_H

#include <sys/stat.h>

#include "text.h"

struct file_pieces {
    int descriptor;
    struct stat status; /* when it was opened */
    size_t size;        /* of the file */
    size_t usual;       /* size of a piece, about */
    size_t longest;     /* line across a cut that is looked for */
    size_t count;
};

/* Opens the file at `path` for pieces of `usual` bytes. False, and nothing is open, where it is no plain file of `least` to
 * `most` bytes that may be read. */
bool file_pieces_open(struct file_pieces *pieces, const char *path, size_t usual, size_t longest, size_t least,
                      size_t most);
void file_pieces_close(struct file_pieces *pieces);

/* The bytes that a block for one piece needs. */
size_t file_pieces_room(const struct file_pieces *pieces);

/* Reads piece `number` into `block`. False where a line that crosses its ends is too long, or the file is shorter than it
 * was. */
bool file_pieces_read(const struct file_pieces *pieces, size_t number, char *block, struct text *piece);

/* Reads from `offset` to the end into `block`, which has that room. False where the file is shorter than it was. */
bool file_pieces_read_rest(const struct file_pieces *pieces, size_t offset, char *block);

/* Whether nobody has written to the file since it was opened. */
bool file_pieces_are_unchanged(const struct file_pieces *pieces);

#endif
