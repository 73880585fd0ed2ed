#include "options.h"

#include <getopt.h>
#include <string.h>

#include "command.h"
#include "faults_print.h"
#include "index.h"
#include "messages.h"
#include "plain.h"
#include "style.h"

const struct option_row option_rows[OPTION_COUNT] = {
    [OPTION_HELP] = {"help", 'h', NULL, N_("what the command does and its options")},
    [OPTION_OUTPUT] = {"output", 'o', N_("OUT"), N_("where to write")},
    [OPTION_SECTOR] = {"sector", 0, N_("NAME"), N_("this sector alone")},
    [OPTION_FORMAT] = {"format", 0, N_("FORMAT"), N_("the form of the output")},
    [OPTION_SPLIT] = {"split", 0, NULL, N_("one file a contestant, unit or team")},
    [OPTION_AWARD] = {"award", 0, N_("NAME"), N_("this award alone")},
    [OPTION_CONTESTANT] = {"contestant", 0, N_("ID"), N_("this contestant alone")},
    [OPTION_FORCE] = {"force", 0, NULL, N_("even though the contest is not complete")},
    [OPTION_TEMPLATE] = {"template", 0, N_("TEMPLATE"), N_("how they look: a name, or a file that ends in .txt")},
    [OPTION_TEAMS] = {"teams", 0, N_("N"), N_("of the first N teams")},
    [OPTION_BLANK] = {"blank", 0, NULL, N_("what is needed before there are marks, in place of the result")},
    [OPTION_SEED] = {"seed", 0, N_("TEXT"), N_("the published seed of the draw")},
    [OPTION_LIST] = {"list", 0, NULL, N_("name the rules that the program brings, and write nothing")},
    [OPTION_JUDGES] = {"judges", 0, N_("FILE"), N_("the list of judges: .csv or .xlsx")},
    [OPTION_FROM] = {"from", 0, N_("FILE"), N_("the list of contestants: .csv or .xlsx")},
    [OPTION_RULES] = {"rules", 0, N_("RULES"), N_("a name that --list tells, or a contest.yaml of your own")},
    [OPTION_ENCODING] = {"encoding", 0, N_("NAME"),
                         N_("of text files without a byte order mark: utf-8, utf-16, utf-16le, utf-16be, gb18030, gbk "
                            "or gb2312; without it each file tells by itself")},
    [OPTION_WATCH] = {"watch", 0, NULL, N_("and again whenever a file of the folder is saved, until Ctrl-C")},
    [OPTION_QR] = {"qr", 0, N_("TEXT"), N_("what a QR code says; - for a line of standard input")},
    [OPTION_SIGNED] = {"signed", 0, N_("ROLE=NAME"), N_("who has signed, once for each role of sign")},
    [OPTION_REASON] = {"reason", 0, N_("TEXT"), N_("why the official result is corrected")},
    [OPTION_STAGE] = {"stage", 0, N_("STAGE"), N_("record what became of the result: announced, notice or expired")},
    [OPTION_BY] = {"by", 0, N_("NAME"), N_("who records the stage")},
    [OPTION_PERIOD] = {"period", 0, N_("FROM..TO"), N_("of the notice; that of contest.yaml where absent")},
    [OPTION_UNSIGNED] = {"unsigned", 0, NULL, N_("do without a key, even if there is one")},
    [OPTION_KEY] = {"key", 0, N_("FINGERPRINT"), N_("signed with this key, and no other")},
};

enum { LONG_ONLY = 256 }; /* getopt's value of an option is LONG_ONLY + its kind */

struct getopt_tables {
    struct option longs[OPTION_COUNT + 1];
    char letters[2 * OPTION_COUNT + 2];
};

static void fill_tables(const struct command *command, struct getopt_tables *tables)
{
    size_t count = 0, letter = 0;
    tables->letters[letter++] = ':'; /* a missing argument is told apart from an unknown option */
    for (int kind = 0; kind < OPTION_COUNT; kind++) {
        const struct option_row *row = &option_rows[kind];
        if (!(command->options & OPTION_BIT(kind)))
            continue;
        int has_argument = row->argument ? required_argument : no_argument;
        tables->longs[count++] = (struct option){row->name, has_argument, NULL, LONG_ONLY + kind};
        if (row->letter) {
            tables->letters[letter++] = row->letter;
            if (row->argument)
                tables->letters[letter++] = ':';
        }
    }
}

static bool say_wrong(struct message what, struct message hint, struct arena scratch)
{
    faults_print_one(SEVERITY_ERROR, what, hint, scratch);
    return false;
}

static struct message nearest_option(const struct command *command, const char *written, struct arena scratch)
{
    struct text name = {written, strcspn(written, "=")};
    struct index known = index_in(&scratch);
    for (size_t kind = 0; kind < OPTION_COUNT; kind++)
        if (command->options & OPTION_BIT(kind))
            index_add(&known, text_from_c(option_rows[kind].name), kind);
    while (text_starts_with(name, TEXT("-")))
        name = (struct text){name.bytes + 1, name.length - 1};
    struct text nearest = index_nearest(&known, name, scratch);
    return nearest.length > 0 ? MESSAGE("did you mean --{1}?", nearest)
                              : MESSAGE("biwu help {1} lists the options", text_from_c(command->name));
}

static bool say_unknown(const struct command *command, char **argv, struct arena scratch)
{
    char letter[] = {'-', (char)optopt, '\0'};
    bool is_letter = optopt > 0 && optopt < LONG_ONLY;
    const char *written = is_letter ? letter : argv[optind - 1];
    if (optopt >= LONG_ONLY)
        return say_wrong(MESSAGE("option {1} takes no value", text_from_c(written)), NO_HINT, scratch);
    return say_wrong(MESSAGE("unknown option {1}", text_from_c(written)), nearest_option(command, written, scratch),
                     scratch);
}

static int kind_of_letter(int letter)
{
    int kind = 0;
    while (option_rows[kind].letter != letter)
        kind++;
    return kind;
}

static bool read_options(const struct command *command, int argc, char **argv, struct request *request,
                         struct arena scratch)
{
    struct getopt_tables tables = {0};
    int found;
    fill_tables(command, &tables);
    opterr = 0;
    while ((found = getopt_long(argc, argv, tables.letters, tables.longs, NULL)) != -1) {
        if (found == '?')
            return say_unknown(command, argv, scratch);
        if (found == ':')
            return say_wrong(MESSAGE("option {1} needs a value", text_from_c(argv[optind - 1])), NO_HINT, scratch);
        int kind = found >= LONG_ONLY ? found - LONG_ONLY : kind_of_letter(found);
        const char *before = request->values[kind];
        if (kind == OPTION_SIGNED && request->signature_count == SIGNATURES_MOST)
            return say_wrong(MESSAGE("more than 32 signatures"), NO_HINT, scratch);
        if (kind == OPTION_SIGNED)
            request->signatures[request->signature_count++] = optarg, before = NULL;
        if (before && optarg && strcmp(before, optarg) != 0)
            return say_wrong(MESSAGE("option --{1} is given twice, with {2} and {3}",
                                     text_from_c(option_rows[kind].name), text_from_c(before), text_from_c(optarg)),
                             MESSAGE("it takes one value; run the command again for the other"), scratch);
        request->values[kind] = optarg ? optarg : "";
    }
    return true;
}

static bool read_encoding(struct request *request, struct arena scratch)
{
    struct index known = index_in(&scratch);
    if (!request->values[OPTION_ENCODING])
        return true;
    struct text written = text_from_c(request->values[OPTION_ENCODING]);
    for (size_t i = 0; i < encoding_name_count; i++) {
        if (text_is_word(encoding_names[i].name, written)) {
            request->encoding = encoding_names[i].encoding;
            return true;
        }
        index_add(&known, encoding_names[i].name, i);
    }
    struct text nearest = index_nearest(&known, written, scratch);
    return say_wrong(MESSAGE("there is no encoding {1} here", written),
                     nearest.length > 0
                         ? MESSAGE("did you mean {1}?", nearest)
                         : MESSAGE("utf-8, utf-16, utf-16le, utf-16be, gb18030, gbk and gb2312 are known"),
                     scratch);
}

bool request_read(const struct command *command, int argc, char **argv, struct request *request, struct arena scratch)
{
    *request = (struct request){0};
    if (!read_options(command, argc, argv, request, scratch))
        return false;
    if (request->values[OPTION_HELP])
        return true;

    struct message usage = MESSAGE("usage: biwu {1}", text_from_c(translate(command->usage)));
    size_t count = (size_t)(argc - optind);
    if (count > command->operands_most)
        return say_wrong(
            MESSAGE("{1} is one argument too many", text_from_c(argv[optind + (int)command->operands_most])), usage,
            scratch);
    if (count < command->operands_least)
        return say_wrong(MESSAGE("{1}: an argument is missing", text_from_c(command->name)), usage, scratch);
    if (command->needs_output && !request->values[OPTION_OUTPUT])
        return say_wrong(MESSAGE("{1}: -o OUT is missing", text_from_c(command->name)), usage, scratch);
    if (request->values[OPTION_OUTPUT] && *request->values[OPTION_OUTPUT] == '\0')
        return say_wrong(MESSAGE("{1}: the value of -o is empty", text_from_c(command->name)), usage, scratch);
    request->operands = argv + optind;
    request->operand_count = count;
    return read_encoding(request, scratch);
}
