#include "pdf_metadata.h"

#include "character.h"
#include "srgb_profile.h"

#include <hpdf_info.h>

enum { IDENTIFIER_LENGTH = 16 };

static const char producer[] = "biwu";

/* ---- the Info dictionary and its twin ---- */

static void add_info(struct pdf_file *file, const char *key, struct text value)
{
    if (value.length > 0)
        HPDF_Dict_Add(file->haru->info, key, pdf_new_utf16(file, value));
}

static void sink_escaped(struct sink *sink, struct text text)
{
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        if (byte == '&')
            sink_c(sink, "&amp;");
        else if (byte == '<')
            sink_c(sink, "&lt;");
        else if (byte == '>')
            sink_c(sink, "&gt;");
        else
            sink_byte(sink, byte);
    }
}

/* A property of XMP: <dc:title><rdf:Alt><rdf:li xml:lang="x-default">…; nothing where it is empty. */
static void sink_property(struct sink *sink, const char *opening, struct text value, const char *closing)
{
    if (value.length == 0)
        return;
    sink_c(sink, opening);
    sink_escaped(sink, value);
    sink_c(sink, closing);
    sink_byte(sink, '\n');
}

static struct text xmp_of(const struct document_title *title, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    sink_c(&sink, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
                  "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\" "
                  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
                  "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
                  "<pdfaid:part>1</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n"
                  "<dc:format>application/pdf</dc:format>\n");
    sink_property(&sink, "<dc:language><rdf:Bag><rdf:li>", title->language, "</rdf:li></rdf:Bag></dc:language>");
    sink_property(&sink, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", title->title,
                  "</rdf:li></rdf:Alt></dc:title>");
    sink_property(&sink, "<dc:creator><rdf:Seq><rdf:li>", title->author, "</rdf:li></rdf:Seq></dc:creator>");
    sink_property(&sink, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", title->subject,
                  "</rdf:li></rdf:Alt></dc:description>");
    sink_property(&sink, "<pdf:Producer>", text_from_c(producer), "</pdf:Producer>");
    sink_c(&sink, "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>\n");
    return sink_written(&sink);
}

/* Kept plain, so that tools find it without knowing PDF. */
static void add_xmp(struct pdf_file *file, struct text xmp)
{
    HPDF_Dict metadata = pdf_add_packed(file, (struct packed){xmp, false});
    if (!metadata)
        return;
    HPDF_Dict_AddName(metadata, "Type", "Metadata");
    HPDF_Dict_AddName(metadata, "Subtype", "XML");
    HPDF_Dict_Add(file->haru->catalog, "Metadata", metadata);
}

/* ---- colours ---- */

static void add_output_intent(struct pdf_file *file)
{
    static const char space[] = "sRGB IEC61966-2.1";
    HPDF_Array intents = HPDF_Array_New(file->haru->mmgr);
    HPDF_Dict intent = pdf_add_dictionary(file, "OutputIntent");
    HPDF_Dict profile = pdf_add_packed(file, srgb_profile_packed());
    if (!intents || !intent || !profile)
        return;
    HPDF_Dict_AddNumber(profile, "N", 3);
    HPDF_Dict_AddName(intent, "S", "GTS_PDFA1");
    HPDF_Dict_Add(intent, "OutputConditionIdentifier", HPDF_String_New(file->haru->mmgr, space, NULL));
    HPDF_Dict_Add(intent, "Info", HPDF_String_New(file->haru->mmgr, space, NULL));
    HPDF_Dict_Add(intent, "DestOutputProfile", profile);
    HPDF_Array_Add(intents, intent);
    HPDF_Dict_Add(file->haru->catalog, "OutputIntents", intents);
}

/* ---- the identifier ---- */

/* From the content, not from clock and chance: the same document is the same file. The trailer is what is written last,
 * when all streams are known. */
static HPDF_STATUS write_identifier(HPDF_Dict trailer, HPDF_Stream stream)
{
    const struct pdf_file *file = trailer->attr;
    struct arena scratch = file->scratch;
    struct sink sink = sink_in(&scratch);
    uint64_t halves[] = {file->fingerprint, file->fingerprint ^ file->words};
    sink_c(&sink, "/ID [");
    for (int copy = 0; copy < 2; copy++) {
        sink_byte(&sink, '<');
        for (size_t i = 0; i < IDENTIFIER_LENGTH / 2; i++)
            hexadecimal_write_unit(&sink, (uint16_t)(halves[i / 4] >> (i % 4 * 16)));
        sink_c(&sink, copy == 0 ? "> " : ">]\n");
    }
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)sink.bytes, (HPDF_UINT)sink.length);
}

static void add_identifier(struct pdf_file *file, struct text xmp)
{
    file->words = text_hash(xmp);
    file->haru->trailer->attr = file;
    file->haru->trailer->write_fn = write_identifier;
}

/* ---- all ---- */

void pdf_add_metadata(struct pdf_file *file)
{
    const struct document_title *title = file->parts->title;
    struct text xmp = xmp_of(title, &file->scratch);
    const char *language = text_to_c(&file->scratch, title->language);
    HPDF_SetInfoAttr(file->haru, HPDF_INFO_PRODUCER, producer);
    HPDF_Dict preferences = HPDF_Dict_New(file->haru->mmgr);
    if (!file->haru->info || !preferences)
        return;
    add_info(file, "Title", title->title);
    add_info(file, "Author", title->author);
    add_info(file, "Subject", title->subject);
    HPDF_Dict_Add(file->haru->catalog, "Lang", HPDF_String_New(file->haru->mmgr, language, NULL));
    HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE);
    HPDF_Dict_Add(file->haru->catalog, "ViewerPreferences", preferences);
    add_xmp(file, xmp);
    add_output_intent(file);
    add_identifier(file, xmp);
}
