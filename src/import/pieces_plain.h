/* Whether a file in pieces is plain text, found by several threads. */
#ifndef BIWU_PIECES_PLAIN_H
#define BIWU_PIECES_PLAIN_H

#include "arena.h"
#include "file_pieces.h"

/* Whether every piece can be read and encoding_is_plain(). */
bool pieces_are_plain(const struct file_pieces *file, size_t threads, struct arena scratch);

#endif
