#include "fault_piece.h"

#include "figures.h"

static json_t *message_piece(const struct style *style, struct message message, struct arena *scratch)
{
    return json_piece_text(scratch, style_text(scratch, style, message));
}

static void put_place(const struct place *place, json_t *piece, struct arena *scratch)
{
    if (place->file.length > 0)
        json_piece_put(scratch, piece, TEXT("file"), json_piece_text(scratch, place->file));
    if (place->line > 0)
        json_piece_put(scratch, piece, TEXT("line"), json_piece_count(scratch, place->line));
    if (place->line > 0 && place->column > 0)
        json_piece_put(scratch, piece, TEXT("column"), json_piece_count(scratch, place->column));
    struct text cell = figure_cell(scratch, place);
    if (cell.length > 0)
        json_piece_put(scratch, piece, TEXT("cell"), json_piece_text(scratch, cell));
}

void fault_piece_put(const struct fault *fault, const struct style *style, json_t *piece, struct arena *scratch)
{
    put_place(&fault->place, piece, scratch);
    json_piece_put(scratch, piece, TEXT("message"), message_piece(style, fault->what, scratch));
    if (fault->hint.format)
        json_piece_put(scratch, piece, TEXT("hint"), message_piece(style, fault->hint, scratch));
}
