#include "arena_split.h"

enum { ALIGNMENT = 64 };

struct arena arena_split(struct arena *scratch)
{
    struct arena front = *scratch;
    size_t room = (size_t)(front.end - front.next);
    front.end = front.next + room / 4 * 3 / ALIGNMENT * ALIGNMENT;
    scratch->next = front.end;
    return front;
}
