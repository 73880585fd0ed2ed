/* The rules that people know by name: templates/rules/, embedded when the program is built. */
#ifndef BIWU_PRESETS_H
#define BIWU_PRESETS_H

#include <stdbool.h>

#include "text.h"

/* What `biwu new` takes where it is not told: the contest this program was made for. */
#define PRESET_USUAL TEXT("written-and-stage")

struct preset {
    struct text name;
    const char *start, *end; /* of its bytes: a contest.yaml */
};
extern const struct preset presets[]; /* by name */
extern const size_t preset_count;

struct text preset_text(const struct preset *preset);
/* What it is for, in a line: the file's first line, which is Chinese, or its second, which is English. */
struct text preset_description(const struct preset *preset, bool is_chinese);

/* The preset of this name, or NULL. */
const struct preset *preset_find(struct text name);
/* The nearest name, for hints; empty where none is near. */
struct text preset_nearest(struct text name, struct arena scratch);

#endif
