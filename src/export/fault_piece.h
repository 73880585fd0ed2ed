/* A fault as a JSON object, for the documents that list them. */
#ifndef BIWU_FAULT_PIECE_H
#define BIWU_FAULT_PIECE_H

#include "json_pieces.h"
#include "style.h"

/* Adds file, line, column, cell, message and hint, those that it has; messages in the language of `style`. */
void fault_piece_put(const struct fault *fault, const struct style *style, json_t *piece, struct arena *scratch);

#endif
