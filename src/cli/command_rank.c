#include <unistd.h>

#include "file_names.h"
#include "files.h"
#include "job.h"
#include "standings_csv.h"
#include "standings_json.h"
#include "standings_table.h"
#include "standings_xlsx.h"
#include "terminal.h"

enum form { FORM_TABLE, FORM_CSV, FORM_JSON, FORM_XLSX, FORM_COUNT };

static const struct text form_names[FORM_COUNT] = {TEXT_INIT("table"), TEXT_INIT("csv"), TEXT_INIT("json"),
                                                   TEXT_INIT("xlsx")};

static enum form form_of_file(struct text file)
{
    if (file_name_ends_in(file, TEXT(".csv")))
        return FORM_CSV;
    if (file_name_ends_in(file, TEXT(".xlsx")))
        return FORM_XLSX;
    return file_name_ends_in(file, TEXT(".json")) ? FORM_JSON : FORM_TABLE;
}

/* The form by --format, else by the file's name. */
static bool find_form(struct session *session, enum form *form)
{
    struct text file = session_option(session, OPTION_OUTPUT), written = session_option(session, OPTION_FORMAT);
    bool is_given = session->request.values[OPTION_FORMAT] != NULL;
    *form = is_given ? FORM_COUNT : form_of_file(file);
    for (size_t i = 0; is_given && i < FORM_COUNT; i++)
        if (text_equal(form_names[i], written))
            *form = (enum form)i;

    if (*form == FORM_COUNT)
        session_misused(session, MESSAGE("unknown format {1}", written),
                        MESSAGE("the forms are table, csv, json and xlsx"));
    else if (*form == FORM_XLSX && !session->request.values[OPTION_OUTPUT])
        session_misused(session, MESSAGE("a workbook is written to a file, and none is named"),
                        MESSAGE("name it: -o standings.xlsx; -o - is standard output, for another program to read"));
    else if (*form == FORM_XLSX && text_equal(file, TEXT("-")) && isatty(STDOUT_FILENO))
        session_misused(session, MESSAGE("a workbook is not for a terminal"),
                        MESSAGE("name a file: -o standings.xlsx"));
    else
        return true;
    return false;
}

struct ranking_job {
    enum form form;
    struct text bytes;
};

static enum exit_code make(struct session *session, void *what)
{
    struct ranking_job *ranking = what;
    struct arena *kept = &session->memory.kept, scratch = session->memory.scratch;
    const struct standings *standings = &session->standings;
    bool is_file = session->request.values[OPTION_OUTPUT] != NULL;
    struct style style = terminal_style(STDOUT_FILENO);
    size_t sector;
    if (!session_sector(session, &sector))
        return EXIT_USAGE;
    if (is_file)
        style = (struct style){.translate = style.translate};

    if (ranking->form == FORM_JSON)
        ranking->bytes = standings_json(standings, sector, kept, scratch);
    else if (ranking->form == FORM_CSV)
        ranking->bytes =
            standings_csv(standings, sector, is_file ? CSV_FOR_SPREADSHEET : CSV_FOR_PROGRAMS, kept, scratch);
    else if (ranking->form == FORM_TABLE)
        ranking->bytes = standings_table(standings, sector, &style, kept, scratch);
    else if (!standings_xlsx(standings, sector, &style, kept, scratch, &session->faults, &ranking->bytes))
        return session_exit(session);
    return EXIT_FINE;
}

static bool publish(struct session *session, void *what)
{
    const struct ranking_job *ranking = what;
    const char *path = session->request.values[OPTION_OUTPUT];
    if (path)
        return file_write(path, ranking->bytes, session->memory.scratch, &session->faults);
    return output_write(ranking->bytes, &session->faults);
}

enum exit_code run_rank(struct session *session)
{
    struct ranking_job ranking;
    if (!find_form(session, &ranking.form))
        return EXIT_USAGE;
    bool is_picture = ranking.form == FORM_TABLE && !session->request.values[OPTION_OUTPUT];
    struct job job = {.make = make,
                      .publish = publish,
                      .what = &ranking,
                      .document = &ranking.bytes,
                      .is_picture = is_picture && terminal_is_drawable(STDOUT_FILENO)};
    return job_do(session, &job);
}
