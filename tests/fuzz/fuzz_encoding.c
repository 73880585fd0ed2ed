/* A text in any encoding. The first byte says which one the user names, the rest is the file. */
#include <assert.h>
#include <string.h>

#include "controls.h"
#include "encoding.h"
#include "fuzz.h"

/* True where it is text, which is then in *utf8. */
static bool read(struct text raw, enum encoding asked, struct arena *arena, struct text *utf8)
{
    struct faults faults = faults_in(arena);
    bool is_text = encoding_as_utf8(raw, asked, TEXT("x"), arena, &faults, utf8);
    fuzz_check_faults(&faults);
    assert(faults_grave(&faults) == (is_text ? 0 : 1));
    return is_text;
}

static bool is_plain(struct text text)
{
    size_t at;
    return text_is_utf8(text, &at) && !controls_find(text, &at);
}

/* With a byte order mark in front what was read is UTF-8 that reads the same, whatever the user names. */
static void check_again(struct text utf8, enum encoding asked, struct arena *arena)
{
    struct sink marked = sink_in(arena);
    struct text again;
    sink_c(&marked, "\xEF\xBB\xBF");
    sink_text(&marked, utf8);
    bool is_text = read(sink_written(&marked), asked, arena, &again);
    assert(is_text && text_equal(again, utf8));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size == 0)
        return 0;
    struct arena *arena = fuzz_arena();
    struct text raw = {(const char *)bytes + 1, size - 1}, utf8;
    enum encoding asked = (enum encoding)(bytes[0] % (ENCODING_GB18030 + 1));
    if (read(raw, asked, arena, &utf8)) {
        assert(is_plain(utf8));
        check_again(utf8, asked, arena);
    }
    return 0;
}
