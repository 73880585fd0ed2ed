#include "pieces_plain.h"

#include <stdatomic.h>

#include "crew.h"
#include "encoding.h"

struct looking {
    const struct file_pieces *file;
    char *blocks; /* one a thread */
    atomic_size_t threads, begun;
    atomic_bool is_over; /* a piece is not plain */
};

/* Each thread looks at pieces that nobody has begun. */
static void *look(void *context)
{
    struct looking *looking = context;
    char *block = looking->blocks + atomic_fetch_add(&looking->threads, 1) * file_pieces_room(looking->file);
    for (;;) {
        size_t number = atomic_fetch_add(&looking->begun, 1);
        struct text piece;
        if (number >= looking->file->count || looking->is_over)
            return NULL;
        if (!file_pieces_read(looking->file, number, block, &piece) || !encoding_is_plain(piece))
            looking->is_over = true;
    }
}

bool pieces_are_plain(const struct file_pieces *file, size_t threads, struct arena scratch)
{
    struct crew crew;
    struct looking looking = {.file = file, .blocks = arena_take_unset(&scratch, threads * file_pieces_room(file))};
    crew_start(&crew, threads - 1, look, &looking);
    look(&looking);
    crew_join(&crew);
    return !looking.is_over;
}
