#include "pdf_series.h"

#include <string.h>

/* libharu has opened the dictionary, and closes it. */
static HPDF_STATUS write_entries(HPDF_Dict dictionary, HPDF_Stream stream)
{
    struct pdf_series *series = dictionary->attr;
    series->scratch = series->file->scratch;
    struct sink entries = sink_in(&series->scratch);
    series->stream = (struct packed){{NULL, 0}, false};
    series->write(series->context, series->written, &entries, &series->stream, &series->scratch);
    if (series->stream.bytes.bytes)
        pdf_sink_length(&entries, series->stream.is_deflated ? PDF_DEFLATED : NULL, series->stream.bytes.length);
    series->written++;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)entries.bytes, (HPDF_UINT)entries.length);
}

static HPDF_STATUS write_stream(HPDF_Dict dictionary)
{
    const struct pdf_series *series = dictionary->attr;
    const struct text bytes = series->stream.bytes;
    return bytes.bytes ? pdf_write_stream(series->file->haru->stream, bytes) : HPDF_OK;
}

bool pdf_series_begin(struct pdf_series *series, struct pdf_file *file, size_t count, pdf_series_fn *write,
                      void *context)
{
    HPDF_Dict dictionary = HPDF_Dict_New(file->haru->mmgr);
    if (!dictionary)
        return false;
    *series = (struct pdf_series){
        .file = file, .dictionary = dictionary, .earlier = file->series, .write = write, .context = context};
    file->series = series;
    HPDF_List table = file->haru->xref->entries;
    series->first = table->count;
    if (count > table->items_per_block) /* at once: libharu would copy the table each thousand */
        table->items_per_block = (HPDF_UINT)count;
    dictionary->attr = series;
    dictionary->write_fn = write_entries;
    dictionary->after_write_fn = write_stream;
    /* Not by HPDF_Xref_Add(), which allocates each entry. */
    HPDF_XrefEntry entries = ARENA_ARRAY(&file->scratch, HPDF_XrefEntry_Rec, count);
    for (; series->count < count; series->count++) {
        entries[series->count] = (HPDF_XrefEntry_Rec){.entry_typ = HPDF_IN_USE_ENTRY, .obj = dictionary};
        if (HPDF_List_Add(table, &entries[series->count]) != HPDF_OK)
            return false;
    }
    return true;
}

void pdf_series_end_all(struct pdf_file *file)
{
    HPDF_List table = file->haru->xref->entries;
    for (struct pdf_series *series = file->series; series; series = series->earlier) {
        HPDF_UINT end = (HPDF_UINT)(series->first + series->count);
        memmove(table->obj + series->first, table->obj + end, (table->count - end) * sizeof *table->obj);
        table->count -= (HPDF_UINT)series->count;
        HPDF_Dict_Free(series->dictionary);
    }
    file->series = NULL;
}

void pdf_series_refer(struct sink *sink, const struct pdf_series *series, size_t at)
{
    sink_integer(sink, (int64_t)(series->first + at));
    sink_c(sink, " 0 R");
}

void pdf_refer(struct sink *sink, HPDF_Dict object)
{
    enum { NUMBER_BITS = 0x00FFFFFF };
    sink_integer(sink, object->header.obj_id & NUMBER_BITS);
    sink_c(sink, " 0 R");
}
