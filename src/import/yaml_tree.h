/* A YAML file as a tree of nodes with their places. libyaml stays behind this header. */
#ifndef BIWU_YAML_TREE_H
#define BIWU_YAML_TREE_H

#include "fault.h"

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAPPING };

struct node {
    enum node_kind kind;
    struct text text; /* of a scalar, as it means, without quotes */
    bool is_quoted;
    struct place place;
    struct node *first, *last; /* children; in a mapping keys and values take turns */
    struct node *next;         /* the next child of the same parent */
    struct node *parent;
    size_t count; /* children */
};

/* The one document of `utf8`, in `arena`; NULL where it is empty or not well-formed, with an error that says so.
 * Anchors are overlooked; aliases (*name) are refused, so the tree is never larger than the file. */
const struct node *yaml_tree_read(struct text utf8, struct text file, struct arena *arena, struct faults *faults);

/* A key that was left without a value, or has null or ~. */
bool node_is_null(const struct node *node);
/* The value of a scalar key in a mapping, or NULL. */
const struct node *node_find(const struct node *mapping, struct text key);

#endif
