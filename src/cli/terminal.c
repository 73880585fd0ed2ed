#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "messages.h"

size_t terminal_width(int descriptor)
{
    struct winsize size;
    if (!isatty(descriptor) || ioctl(descriptor, TIOCGWINSZ, &size) != 0)
        return 0;
    return size.ws_col;
}

static bool is_colour_wanted(int descriptor)
{
    const char *refusal = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (refusal && *refusal)
        return false;
    return isatty(descriptor) && terminal && *terminal && strcmp(terminal, "dumb") != 0;
}

struct style terminal_style(int descriptor)
{
    return (struct style){translate, is_colour_wanted(descriptor), terminal_width(descriptor)};
}
