#include "keyring.h"

#include <stdlib.h>

const char *keyring_path(struct arena *arena)
{
    const char *configuration = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    struct sink sink = sink_in(arena);
    if (configuration && configuration[0] == '/') {
        sink_c(&sink, configuration);
    } else if (home && home[0] == '/') {
        sink_c(&sink, home);
        sink_c(&sink, "/.config");
    } else {
        return NULL;
    }
    sink_c(&sink, "/biwu/key");
    return text_to_c(arena, sink_written(&sink));
}
