#include "contest_yaml.h"

#include "bytes.h"
#include "encoding.h"
#include "yaml_keys.h"

static const struct node *read_tree(const char *path, struct arena *arena, struct faults *faults)
{
    struct text file = text_from_c(path), raw, utf8;
    if (!bytes_read(path, BYTES_MOST_RULES, arena, faults, &raw) || !encoding_as_utf8(raw, file, faults, &utf8))
        return NULL;
    const struct node *root = yaml_tree_read(utf8, file, arena, faults);
    if (!root || root->kind == NODE_MAPPING)
        return root;
    faults_add(faults, SEVERITY_ERROR, root->place, MESSAGE("contest.yaml must consist of keys and values"),
               MESSAGE("its first line might be: title: …"));
    return NULL;
}

void contest_yaml_read(const char *path, struct arena *arena, struct arena scratch, struct faults *faults,
                       struct rules *rules)
{
    const struct node *root = read_tree(path, &scratch, faults);
    struct filling filling = {arena, scratch, faults};
    *rules = (struct rules){0};
    yaml_keys_fill(&filling, &contest_keys, root, rules);
    rules->place = (struct place){.file = text_from_c(path)};
}
