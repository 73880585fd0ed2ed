#include "people_list.h"

#include "palette.h"

enum { ROWS_CARRIED = 2 };

static const double ROW = MM(9.5), GAP = 10;

struct table people_list(struct document *document, const struct list_column *columns, size_t column_count, size_t rows)
{
    const struct style *styles = table_styles(SIZE_TEXT, document->arena);
    struct table table = table_with(document->arena, column_count, rows, &styles[TABLE_HEAD], GAP);
    table.row_least = ROW;
    for (size_t i = 0; i < column_count; i++)
        table.columns[i] = (struct column){.head = wording_plain(document->language, columns[i].head),
                                           .alignment = columns[i].alignment,
                                           .least = columns[i].least,
                                           .takes_rest = columns[i].takes_rest,
                                           .most_lines = columns[i].takes_rest ? 2 : 1};
    for (size_t i = 0; i < column_count * rows; i++)
        table.cells[i].style = &styles[TABLE_PLAIN];
    return table;
}

bool people_list_fit(struct document *document, struct table *table, struct flow *flow)
{
    static const struct {
        bool is_landscape;
        enum squeeze squeeze;
    } tries[] = {{false, SQUEEZE_SMALL}, {true, SQUEEZE_SMALL}, {true, SQUEEZE_CROWDED}};
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        *flow = flow_on(&document->canvas, &document->typesetter, tries[i].is_landscape);
        if (table_fit(table, &document->typesetter, flow_width(flow), false, tries[i].squeeze))
            return true;
    }
    table_blame(table, &document->typesetter);
    return false;
}

void people_list_flow(struct flow *flow, const struct table *table, double tail)
{
    table_flow(table, flow, ROWS_CARRIED, tail);
}
