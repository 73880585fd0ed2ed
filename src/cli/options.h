/* The options of all commands, a row each, and what a command line asks for. */
#ifndef BIWU_OPTIONS_H
#define BIWU_OPTIONS_H

#include "encoding.h"

enum option_kind {
    OPTION_HELP,
    OPTION_OUTPUT,
    OPTION_SECTOR,
    OPTION_FORMAT,
    OPTION_SPLIT,
    OPTION_AWARD,
    OPTION_CONTESTANT,
    OPTION_FORCE,
    OPTION_TEMPLATE,
    OPTION_TEAMS,
    OPTION_BLANK,
    OPTION_SEED,
    OPTION_LIST,
    OPTION_JUDGES,
    OPTION_FROM,
    OPTION_RULES,
    OPTION_ENCODING,
    OPTION_WATCH,
    OPTION_QR,
    OPTION_KEY,
    OPTION_SIGNED,
    OPTION_REASON,
    OPTION_STAGE,
    OPTION_BY,
    OPTION_PERIOD,
    OPTION_UNSIGNED,
    OPTION_COUNT
};
#define OPTION_BIT(kind) (1u << (kind))

struct option_row {
    const char *name;     /* without the dashes */
    char letter;          /* 0: none */
    const char *argument; /* what the usage calls it, English, translatable; NULL: a flag */
    const char *help;     /* English, translatable */
};
extern const struct option_row option_rows[OPTION_COUNT];

/* --signed may stand so often, the other options once. */
enum { SIGNATURES_MOST = 32 };

/* Of a command that takes any number of operands. */
#define OPERANDS_ANY SIZE_MAX

struct request {
    const char *values[OPTION_COUNT]; /* NULL: not given; of a flag the empty text */
    const char *signatures[SIGNATURES_MOST];
    size_t signature_count;
    char *const *operands; /* borrowed from argv */
    size_t operand_count;
    enum encoding encoding; /* of --encoding */
};

struct command;

/* Reads argv[1…] of a command (argv[0] is its name); reorders argv. False where that is wrong usage, which has then
 * been said on standard error, with the nearest option as a hint. --help asks for no operands. */
bool request_read(const struct command *command, int argc, char **argv, struct request *request, struct arena scratch);

#endif
