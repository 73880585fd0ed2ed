#include "progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "clock.h"
#include "terminal.h"

enum { WIDEST_BAR = 30, NARROWEST_BAR = 5, BEHIND_BAR = 8, MILLISECONDS_BETWEEN = 40 };

struct progress progress_start(size_t total)
{
    return (struct progress){.is_shown = terminal_is_drawable(STDERR_FILENO), .total = total, .label = ""};
}

static size_t label_width(const char *label)
{
    wchar_t wide[128];
    size_t length = mbstowcs(wide, label, sizeof wide / sizeof *wide - 1);
    if (length == (size_t)-1)
        return strlen(label);
    wide[length] = L'\0';
    int width = wcswidth(wide, length);
    return width < 0 ? length : (size_t)width;
}

static size_t bar_width(size_t label)
{
    size_t columns = terminal_width(STDERR_FILENO), taken = label + BEHIND_BAR;
    if (columns == 0 || columns > taken + WIDEST_BAR)
        return WIDEST_BAR;
    return columns > taken ? columns - taken : 0;
}

static void draw(struct progress *progress)
{
    size_t width = bar_width(label_width(progress->label)), done = progress->done;
    size_t filled = progress->total > 0 ? width * done / progress->total : width;
    fputs("\r\033[K", stderr);
    if (width >= NARROWEST_BAR) {
        for (size_t i = 0; i < width; i++)
            fputs(i < filled ? "━" : "╌", stderr);
        fprintf(stderr, " %3zu%%  %s", progress->total > 0 ? 100 * done / progress->total : 100, progress->label);
    }
    fflush(stderr);
    progress->drawn_at = clock_milliseconds();
}

void progress_step(struct progress *progress, const char *label)
{
    bool is_same = strcmp(label, progress->label) == 0;
    progress->done += *progress->label != '\0' && progress->done < progress->total;
    progress->label = label;
    bool is_soon = is_same && clock_milliseconds() - progress->drawn_at < MILLISECONDS_BETWEEN;
    if (progress->is_shown && !is_soon)
        draw(progress);
}

void progress_end(struct progress *progress)
{
    if (progress->is_shown && progress->drawn_at > 0)
        fputs("\r\033[K", stderr);
    fflush(stderr);
    progress->is_shown = false;
}
