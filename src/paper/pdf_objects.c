#include "pdf_objects.h"

#include "character.h"

#include <math.h>

void pdf_fingerprint(struct pdf_file *file, uint64_t hash)
{
    file->fingerprint = file->fingerprint * 31 + hash;
}

/* What a stream object has, once it is written. */
struct stream_parts {
    const struct pdf_file *file;
    struct text entries, bytes;
};

static HPDF_STATUS write_stream_entries(HPDF_Dict dictionary, HPDF_Stream stream)
{
    const struct stream_parts *parts = dictionary->attr;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)parts->entries.bytes, (HPDF_UINT)parts->entries.length);
}

HPDF_STATUS pdf_write_stream(HPDF_Stream stream, struct text bytes)
{
    HPDF_STATUS begun = HPDF_Stream_WriteStr(stream, "\012stream\012");
    HPDF_STATUS filled = HPDF_Stream_Write(stream, (const HPDF_BYTE *)bytes.bytes, (HPDF_UINT)bytes.length);
    HPDF_STATUS ended = HPDF_Stream_WriteStr(stream, "\012endstream");
    return begun != HPDF_OK ? begun : filled != HPDF_OK ? filled : ended;
}

static HPDF_STATUS write_stream_bytes(HPDF_Dict dictionary)
{
    const struct stream_parts *parts = dictionary->attr;
    return pdf_write_stream(parts->file->haru->stream, parts->bytes);
}

void pdf_sink_length(struct sink *entries, const char *filter, size_t length)
{
    if (filter) {
        sink_c(entries, "/Filter/");
        sink_c(entries, filter);
    }
    sink_c(entries, "/Length ");
    sink_integer(entries, (int64_t)length);
}

/* Not as one of libharu's streams, which would copy the bytes one by one, on their way in and out. */
static HPDF_Dict add_stream(struct pdf_file *file, struct text bytes, const char *filter)
{
    HPDF_Dict dictionary = pdf_add_object(file);
    if (!dictionary)
        return NULL;
    struct stream_parts *parts = ARENA_NEW(&file->scratch, struct stream_parts);
    struct sink entries = sink_in(&file->scratch);
    pdf_sink_length(&entries, filter, bytes.length);
    *parts = (struct stream_parts){file, sink_written(&entries), bytes};
    dictionary->attr = parts;
    dictionary->write_fn = write_stream_entries;
    dictionary->after_write_fn = write_stream_bytes;
    pdf_fingerprint(file, checksum(bytes));
    return dictionary;
}

HPDF_Dict pdf_add_packed(struct pdf_file *file, struct packed packed)
{
    return add_stream(file, packed.bytes, packed.is_deflated ? PDF_DEFLATED : NULL);
}

HPDF_Dict pdf_add_stream(struct pdf_file *file, struct text bytes)
{
    return pdf_add_packed(file, packed_of(bytes, &file->scratch));
}

HPDF_Dict pdf_add_picture(struct pdf_file *file, const struct picture *picture)
{
    HPDF_Dict image = add_stream(file, picture->stream, picture->is_jpeg ? "DCTDecode" : PDF_DEFLATED);
    if (!image)
        return NULL;
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

void pdf_sink_real(struct sink *sink, double number)
{
    enum { HUNDREDTHS = 100, TENTHS = 10 };
    long long parts = llround(number * HUNDREDTHS);
    unsigned long long magnitude = (unsigned long long)(parts < 0 ? -parts : parts);
    unsigned rest = (unsigned)(magnitude % HUNDREDTHS);
    sink_c(sink, parts < 0 ? "-" : "");
    sink_padded(sink, magnitude / HUNDREDTHS, 1);
    if (rest == 0)
        return;
    sink_byte(sink, '.');
    if (rest % TENTHS == 0)
        sink_padded(sink, rest / TENTHS, 1);
    else
        sink_padded(sink, rest, 2);
}

void pdf_sink_reals(struct sink *sink, const double *numbers, size_t count)
{
    sink_byte(sink, '[');
    for (size_t i = 0; i < count; i++) {
        sink_c(sink, i > 0 ? " " : "");
        pdf_sink_real(sink, numbers[i]);
    }
    sink_byte(sink, ']');
}

/* To a hundredth, so that the bytes are the same everywhere. */
static HPDF_REAL pdf_rounded(double number)
{
    return (HPDF_REAL)(round(number * 100) / 100);
}

void pdf_add_reals(HPDF_Array array, const double *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        HPDF_Array_AddReal(array, pdf_rounded(numbers[i]));
}
