#include "template_builtin.h"

#include "embed.h"
#include "index.h"

#define CERTIFICATE(symbol, name) EMBED("biwu_certificate_" #symbol, "certificates/" name ".txt");
#include "certificate_files.h"
#undef CERTIFICATE

#define CERTIFICATE(symbol, name) extern const char biwu_certificate_##symbol[], biwu_certificate_##symbol##_end[];
#include "certificate_files.h"
#undef CERTIFICATE

static const struct builtin {
    struct text name; /* of the file, without .txt */
    const char *start, *end;
} builtins[] = {
#define CERTIFICATE(symbol, name) {TEXT_INIT(name), biwu_certificate_##symbol, biwu_certificate_##symbol##_end},
#include "certificate_files.h"
#undef CERTIFICATE
};
enum { BUILTINS = sizeof builtins / sizeof *builtins };

/* What it is called where the contest is of this language; empty where it is for another. */
static struct text name_in(const struct builtin *builtin, enum language language)
{
    static const struct text english = TEXT_INIT(".en");
    struct text name = builtin->name, stem = {name.bytes, name.length - english.length};
    bool is_english =
        name.length > english.length && text_equal((struct text){name.bytes + stem.length, english.length}, english);
    if (is_english != (language == LANGUAGE_ENGLISH))
        return TEXT("");
    return is_english ? stem : name;
}

bool template_find_builtin(struct text name, enum language language, struct text *bytes)
{
    for (size_t i = 0; i < BUILTINS; i++)
        if (name.length > 0 && text_equal(name_in(&builtins[i], language), name)) {
            *bytes = (struct text){builtins[i].start, (size_t)(builtins[i].end - builtins[i].start)};
            return true;
        }
    return false;
}

struct text template_nearest_builtin(struct text name, enum language language, struct arena scratch)
{
    struct index known = index_in(&scratch);
    for (size_t i = 0; i < BUILTINS; i++)
        if (name_in(&builtins[i], language).length > 0)
            index_add(&known, name_in(&builtins[i], language), i);
    struct arena rest = scratch;
    return index_nearest(&known, name, rest);
}

struct text template_list_builtin(enum language language, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    for (size_t i = 0; i < BUILTINS; i++) {
        struct text name = name_in(&builtins[i], language);
        sink_c(&sink, name.length > 0 && sink.length > 0 ? ", " : "");
        sink_text(&sink, name);
    }
    return sink_written(&sink);
}
