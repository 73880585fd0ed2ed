#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "messages.h"

static struct winsize size_of(int descriptor)
{
    struct winsize size = {0};
    if (!isatty(descriptor) || ioctl(descriptor, TIOCGWINSZ, &size) != 0)
        return (struct winsize){0};
    return size;
}

size_t terminal_width(int descriptor)
{
    return size_of(descriptor).ws_col;
}

size_t terminal_height(int descriptor)
{
    return size_of(descriptor).ws_row;
}

bool terminal_is_drawable(int descriptor)
{
    const char *terminal = getenv("TERM");
    return isatty(descriptor) && terminal && *terminal && strcmp(terminal, "dumb") != 0;
}

static bool is_colour_wanted(int descriptor)
{
    const char *refusal = getenv("NO_COLOR");
    return !(refusal && *refusal) && terminal_is_drawable(descriptor);
}

struct style terminal_style(int descriptor)
{
    return (struct style){translate, is_colour_wanted(descriptor), terminal_width(descriptor)};
}
