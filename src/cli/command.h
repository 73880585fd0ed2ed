/* The commands, a row each. */
#ifndef BIWU_COMMAND_H
#define BIWU_COMMAND_H

#include "exit_codes.h"
#include "options.h"

struct session;

struct command {
    const char *name;
    const char *usage;   /* behind "biwu "; English, translatable */
    const char *help;    /* one line; English, translatable */
    const char *details; /* paragraphs for `help COMMAND`; English, translatable */
    unsigned options;    /* bits OPTION_BIT(kind) */
    size_t operands_least, operands_most;
    bool needs_output;      /* -o must be given */
    bool fills_contestants; /* -o may name contestants.csv of the folder */
    enum exit_code (*run)(struct session *session);
};

extern const struct command commands[];
extern const size_t command_count;

/* The command with this name, or NULL. */
const struct command *command_find(struct text name);
/* Says on standard error that there is no such command, with the nearest as a hint. */
enum exit_code command_unknown(struct text name, struct arena scratch);

enum exit_code run_new(struct session *session);
enum exit_code run_check(struct session *session);
enum exit_code run_rank(struct session *session);
enum exit_code run_explain(struct session *session);
enum exit_code run_report(struct session *session);
enum exit_code run_certificates(struct session *session);
enum exit_code run_everything(struct session *session);
enum exit_code run_promote(struct session *session);
enum exit_code run_draw(struct session *session);
enum exit_code run_finalise(struct session *session);
enum exit_code run_key(struct session *session);
enum exit_code run_seal(struct session *session);
enum exit_code run_verify(struct session *session);
enum exit_code run_open(struct session *session);
enum exit_code run_archive(struct session *session);
enum exit_code run_template(struct session *session);
enum exit_code run_help(struct session *session);

/* `biwu --help`: the commands, on standard output. */
enum exit_code help_overview(struct session *session);
/* `biwu help COMMAND`, `biwu COMMAND --help`. */
enum exit_code help_command(struct session *session, const struct command *command);

#endif
