#include "xlsx_part.h"

#include <expat.h>
#include <string.h>
#include <zip.h>

#include "plain.h"

enum { CHUNK = 1 << 16 };

void xlsx_package_report(const struct xlsx_package *package, struct message what, struct message hint)
{
    faults_add(package->faults, SEVERITY_ERROR, (struct place){.file = package->file}, what, hint);
}

/* ---- the archive ---- */

bool xlsx_package_open(struct xlsx_package *package, struct text bytes, struct text file, struct faults *faults)
{
    *package = (struct xlsx_package){NULL, file, faults};
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.bytes, bytes.length, 0, &error);
    if (source) {
        package->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
        if (!package->zip)
            zip_source_free(source);
    }
    bool is_out_of_memory = zip_error_code_zip(&error) == ZIP_ER_MEMORY;
    zip_error_fini(&error);
    if (package->zip)
        return true;
    if (is_out_of_memory)
        faults_add(faults, SEVERITY_FAILURE, (struct place){.file = file},
                   MESSAGE("there is not enough memory to read on"), NO_HINT);
    else
        xlsx_package_report(package, MESSAGE("this workbook is damaged: its zip archive cannot be opened"),
                            MESSAGE("copy it again; was it wholly copied or downloaded?"));
    return false;
}

void xlsx_package_close(struct xlsx_package *package)
{
    zip_discard(package->zip);
}

bool xlsx_package_has(const struct xlsx_package *package, const char *part)
{
    return zip_name_locate(package->zip, part, ZIP_FL_NOCASE) >= 0;
}

/* ---- a part ---- */

enum outcome { OUTCOME_READ, OUTCOME_ENOUGH, OUTCOME_DAMAGED, OUTCOME_DOCTYPE, OUTCOME_LARGE, OUTCOME_RATIO };

struct part_reading {
    XML_Parser parser;
    const struct xlsx_reader *reader;
    void *context;
    enum outcome outcome;
};

static const char *without_prefix(const char *name)
{
    const char *colon = strchr(name, ':');
    return colon ? colon + 1 : name;
}

static void stop(struct part_reading *reading, enum outcome outcome)
{
    reading->outcome = outcome;
    XML_StopParser(reading->parser, XML_FALSE);
}

static void XMLCALL take_open(void *context, const char *name, const char **attributes)
{
    struct part_reading *reading = context;
    if (!reading->reader->open(reading->context, without_prefix(name), attributes))
        stop(reading, OUTCOME_ENOUGH);
}

static void XMLCALL take_close(void *context, const char *name)
{
    struct part_reading *reading = context;
    /* Behind a stop expat may still close an empty element. */
    if (reading->reader->close && reading->outcome == OUTCOME_READ)
        reading->reader->close(reading->context, without_prefix(name));
}

static void XMLCALL take_text(void *context, const char *bytes, int length)
{
    struct part_reading *reading = context;
    reading->reader->text(reading->context, (struct text){bytes, (size_t)length});
}

static void XMLCALL refuse_doctype(void *context, const char *name, const char *system, const char *public, int has_own)
{
    (void)name, (void)system, (void)public, (void)has_own;
    stop(context, OUTCOME_DOCTYPE);
}

/* Unpacks the part, piece by piece, into the parser. */
static enum outcome feed(struct part_reading *reading, zip_file_t *file, uint64_t packed, size_t most)
{
    uint64_t unpacked = 0;
    for (;;) {
        void *chunk = XML_GetBuffer(reading->parser, CHUNK);
        zip_int64_t length = chunk ? zip_fread(file, chunk, CHUNK) : -1;
        if (length < 0)
            return OUTCOME_DAMAGED;
        unpacked += (uint64_t)length;
        if (unpacked > most)
            return OUTCOME_LARGE;
        if (unpacked > XLSX_FREE_BYTES && unpacked / XLSX_MOST_RATIO > packed)
            return OUTCOME_RATIO;
        if (XML_ParseBuffer(reading->parser, (int)length, length == 0) == XML_STATUS_ERROR)
            return reading->outcome == OUTCOME_READ ? OUTCOME_DAMAGED : reading->outcome;
        if (length == 0)
            return OUTCOME_READ;
    }
}

static enum outcome read_opened(zip_file_t *file, uint64_t packed, size_t most, const struct xlsx_reader *reader,
                                void *context)
{
    struct part_reading reading = {XML_ParserCreate(NULL), reader, context, OUTCOME_READ};
    if (!reading.parser)
        return OUTCOME_DAMAGED;
    XML_SetUserData(reading.parser, &reading);
    XML_SetElementHandler(reading.parser, take_open, take_close);
    XML_SetStartDoctypeDeclHandler(reading.parser, refuse_doctype);
    if (reader->text)
        XML_SetCharacterDataHandler(reading.parser, take_text);
    enum outcome outcome = feed(&reading, file, packed, most);
    XML_ParserFree(reading.parser);
    return outcome;
}

static bool report(const struct xlsx_package *package, const char *part, enum outcome outcome)
{
    struct text name = SHOWN(text_from_c(part)); /* as the workbook calls it, which may be anything */
    struct message too_large = MESSAGE("does it hold more than one table? Take out what is not needed");
    switch (outcome) {
    case OUTCOME_READ:
    case OUTCOME_ENOUGH:
        return true;
    case OUTCOME_DAMAGED:
        xlsx_package_report(package, MESSAGE("this workbook is damaged: {1} in it cannot be read", name),
                            MESSAGE("open it in a spreadsheet and save it anew"));
        break;
    case OUTCOME_DOCTYPE:
        xlsx_package_report(package,
                            MESSAGE("{1} in this workbook has a document type: no spreadsheet writes that", name),
                            MESSAGE("do not trust it; ask who sent it, or have it saved anew"));
        break;
    case OUTCOME_LARGE:
        xlsx_package_report(package, MESSAGE("{1} in this workbook is too large to be read", name), too_large);
        break;
    case OUTCOME_RATIO:
        xlsx_package_report(package, MESSAGE("{1} in this workbook unpacks to more than 250 times its size", name),
                            MESSAGE("do not trust it; ask who sent it, or have it saved anew"));
        break;
    }
    return false;
}

bool xlsx_part_read(const struct xlsx_package *package, const char *part, size_t most, const struct xlsx_reader *reader,
                    void *context)
{
    _Static_assert(XLSX_MOST_RATIO == 250, "the message names it");
    zip_int64_t index = zip_name_locate(package->zip, part, ZIP_FL_NOCASE);
    zip_stat_t status;
    zip_file_t *file = NULL;
    if (index >= 0 && zip_stat_index(package->zip, (zip_uint64_t)index, 0, &status) == 0)
        file = zip_fopen_index(package->zip, (zip_uint64_t)index, 0);
    if (!file)
        return report(package, part, OUTCOME_DAMAGED);
    enum outcome outcome = read_opened(file, status.comp_size, most, reader, context);
    zip_fclose(file);
    return report(package, part, outcome);
}

const char *xlsx_attribute(const char **attributes, const char *name)
{
    for (; attributes[0]; attributes += 2)
        if (strcmp(without_prefix(attributes[0]), name) == 0)
            return attributes[1];
    return NULL;
}
