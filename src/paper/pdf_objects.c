#include "pdf_objects.h"

#include "character.h"

#include <math.h>

/* Dict_Write removes a Filter entry that is not libharu's own doing; this is called behind it. */
static HPDF_STATUS write_flate_filter(HPDF_Dict dictionary, HPDF_Stream stream)
{
    (void)dictionary;
    return HPDF_Stream_WriteStr(stream, "/Filter /FlateDecode\012");
}

static HPDF_STATUS write_jpeg_filter(HPDF_Dict dictionary, HPDF_Stream stream)
{
    (void)dictionary;
    return HPDF_Stream_WriteStr(stream, "/Filter /DCTDecode\012");
}

void pdf_fingerprint(struct pdf_file *file, uint64_t hash)
{
    file->fingerprint = file->fingerprint * 31 + hash;
}

/* libharu's own buffers take 4 KiB at once: ten times what a page needs. */
static void fill_stream(struct pdf_file *file, HPDF_Dict dictionary, struct packed packed)
{
    HPDF_Stream stream = HPDF_MemStream_New(file->haru->mmgr, (HPDF_UINT)packed.bytes.length);
    pdf_fingerprint(file, text_hash(packed.bytes));
    if (!stream)
        return;
    HPDF_Stream_Free(dictionary->stream);
    dictionary->stream = stream;
    HPDF_Stream_Write(stream, (const HPDF_BYTE *)packed.bytes.bytes, (HPDF_UINT)packed.bytes.length);
    dictionary->filter = HPDF_STREAM_FILTER_NONE;
    dictionary->write_fn = packed.is_deflated ? write_flate_filter : NULL;
}

HPDF_Dict pdf_add_packed(struct pdf_file *file, struct packed packed)
{
    HPDF_Dict dictionary = HPDF_DictStream_New(file->haru->mmgr, file->haru->xref);
    if (dictionary)
        fill_stream(file, dictionary, packed);
    return dictionary;
}

HPDF_Dict pdf_add_stream(struct pdf_file *file, struct text bytes)
{
    struct arena scratch = file->scratch;
    return pdf_add_packed(file, packed_of(bytes, &scratch));
}

HPDF_Dict pdf_add_picture(struct pdf_file *file, const struct picture *picture)
{
    HPDF_Dict image = pdf_add_packed(file, (struct packed){picture->stream, !picture->is_jpeg});
    if (!image)
        return NULL;
    if (picture->is_jpeg)
        image->write_fn = write_jpeg_filter;
    HPDF_Dict_AddName(image, "Type", "XObject");
    HPDF_Dict_AddName(image, "Subtype", "Image");
    HPDF_Dict_AddNumber(image, "Width", (HPDF_INT32)picture->width);
    HPDF_Dict_AddNumber(image, "Height", (HPDF_INT32)picture->height);
    HPDF_Dict_AddNumber(image, "BitsPerComponent", 8);
    HPDF_Dict_AddName(image, "ColorSpace", picture->is_grey ? "DeviceGray" : "DeviceRGB");
    return image;
}

HPDF_Dict pdf_add_object(struct pdf_file *file)
{
    HPDF_Dict dictionary = HPDF_Dict_New(file->haru->mmgr);
    if (!dictionary || HPDF_Xref_Add(file->haru->xref, dictionary) != HPDF_OK)
        return NULL;
    return dictionary;
}

static HPDF_STATUS write_entries(HPDF_Dict dictionary, HPDF_Stream stream)
{
    const struct text *entries = dictionary->attr;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)entries->bytes, (HPDF_UINT)entries->length);
}

void pdf_write_entries(struct pdf_file *file, HPDF_Dict dictionary, struct text entries)
{
    struct text *kept = ARENA_NEW(&file->scratch, struct text);
    *kept = entries;
    dictionary->attr = kept;
    dictionary->write_fn = write_entries;
}

HPDF_Dict pdf_add_dictionary(struct pdf_file *file, const char *type)
{
    HPDF_Dict dictionary = pdf_add_object(file);
    if (dictionary)
        HPDF_Dict_AddName(dictionary, "Type", type);
    return dictionary;
}

HPDF_Binary pdf_new_utf16(struct pdf_file *file, struct text text)
{
    struct arena scratch = file->scratch;
    struct sink sink = sink_in(&scratch);
    sink_text(&sink, (struct text){"\xFE\xFF", 2});
    text_write_utf16(&sink, text);
    return HPDF_Binary_New(file->haru->mmgr, (HPDF_BYTE *)sink.bytes, (HPDF_UINT)sink.length);
}

HPDF_REAL pdf_rounded(double number)
{
    return (HPDF_REAL)(round(number * 100) / 100);
}

void pdf_sink_reals(struct sink *sink, const double *numbers, size_t count)
{
    enum { HUNDREDTHS = 100, TENTHS = 10 };
    sink_byte(sink, '[');
    for (size_t i = 0; i < count; i++) {
        long long parts = llround(numbers[i] * HUNDREDTHS);
        unsigned long long magnitude = (unsigned long long)(parts < 0 ? -parts : parts);
        unsigned rest = (unsigned)(magnitude % HUNDREDTHS);
        sink_c(sink, i > 0 ? " " : "");
        sink_c(sink, parts < 0 ? "-" : "");
        sink_padded(sink, magnitude / HUNDREDTHS, 1);
        if (rest == 0)
            continue;
        sink_byte(sink, '.');
        if (rest % TENTHS == 0)
            sink_padded(sink, rest / TENTHS, 1);
        else
            sink_padded(sink, rest, 2);
    }
    sink_byte(sink, ']');
}

void pdf_add_reals(HPDF_Array array, const double *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        HPDF_Array_AddReal(array, pdf_rounded(numbers[i]));
}
