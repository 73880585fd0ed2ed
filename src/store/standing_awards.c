#include "standing_awards.h"

struct text standing_awards(const json_t *standing, struct arena *arena)
{
    const json_t *award = json_object_get(standing, "award"), *specials = json_object_get(standing, "special");
    struct sink sink = sink_in(arena);
    sink_text(&sink, record_text_of(award, arena));
    for (size_t i = 0; i < json_array_size(specials); i++) {
        sink_c(&sink, sink.length > 0 ? "、" : "");
        sink_text(&sink, record_text_of(json_array_get(specials, i), arena));
    }
    return sink_written(&sink);
}
