#include "presets.h"

#include "embed.h"
#include "index.h"

#define PRESET(symbol, name) EMBED("biwu_preset_" #symbol, "rules/" name ".yaml");
#include "preset_list.h"
#undef PRESET

#define PRESET(symbol, name) extern const char biwu_preset_##symbol[], biwu_preset_##symbol##_end[];
#include "preset_list.h"
#undef PRESET

const struct preset presets[] = {
#define PRESET(symbol, name) {TEXT_INIT(name), biwu_preset_##symbol, biwu_preset_##symbol##_end},
#include "preset_list.h"
#undef PRESET
};
const size_t preset_count = sizeof presets / sizeof *presets;

struct text preset_text(const struct preset *preset)
{
    return (struct text){preset->start, (size_t)(preset->end - preset->start)};
}

struct text preset_description(const struct preset *preset, bool is_chinese)
{
    struct text rest = preset_text(preset), line = TEXT("");
    text_next_part(&rest, '\n', &line);
    if (!is_chinese)
        text_next_part(&rest, '\n', &line);
    text_next_part(&line, '#', &rest);
    return text_trimmed(line);
}

const struct preset *preset_find(struct text name)
{
    for (size_t i = 0; i < preset_count; i++)
        if (text_equal(presets[i].name, name))
            return &presets[i];
    return NULL;
}

struct text preset_nearest(struct text name, struct arena scratch)
{
    struct index known = index_in(&scratch);
    for (size_t i = 0; i < preset_count; i++)
        index_add(&known, presets[i].name, i);
    return index_nearest(&known, name, scratch);
}
