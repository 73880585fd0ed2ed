/* biwu: one command a run. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "faults_print.h"
#include "files.h"
#include "messages.h"
#include "overwriting.h"
#include "session.h"

/* A standard stream that the caller closed would become the next file opened, and messages would be written into it.
 * /dev/null takes its place, for output opened so that writing fails and is noticed. */
static void keep_standard_streams(void)
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
        if (fcntl(stream, F_GETFD) < 0)
            open("/dev/null", stream == STDOUT_FILENO ? O_RDONLY : O_RDWR);
}

static enum exit_code print_version(struct session *session)
{
    session->faults = faults_in(&session->memory.kept);
    output_write(TEXT("biwu " BIWU_VERSION "\n"), &session->faults);
    return session_close(session);
}

static bool is_either(const char *written, const char *word, const char *letter)
{
    return strcmp(written, word) == 0 || strcmp(written, letter) == 0;
}

static enum exit_code run(struct session *session, int argc, char **argv)
{
    struct arena scratch = session->memory.scratch;
    if (argc < 2) {
        faults_print_one(SEVERITY_ERROR, MESSAGE("no command"), MESSAGE("biwu help lists the commands"), scratch);
        return EXIT_USAGE;
    }
    if (is_either(argv[1], "--help", "-h"))
        return help_overview(session);
    if (is_either(argv[1], "--version", "-V"))
        return print_version(session);

    const struct command *command = command_find(text_from_c(argv[1]));
    if (!command)
        return command_unknown(text_from_c(argv[1]), scratch);
    if (!request_read(command, argc - 1, argv + 1, &session->request, scratch))
        return EXIT_USAGE;
    if (session->request.values[OPTION_HELP])
        return help_command(session, command);
    return overwriting_is_refused(session, command->fills_contestants) ? EXIT_USAGE : command->run(session);
}

int main(int argc, char **argv)
{
    keep_standard_streams();
    signal(SIGPIPE, SIG_IGN); /* a write to a reader that has gone fails with EPIPE and is handled there */
    signal(SIGXFSZ, SIG_IGN); /* as does one past a limit of file sizes, with EFBIG */
    messages_init();
    struct session session = session_begin();
    enum exit_code code = run(&session, argc, argv);
    session_end(&session);
    return (int)code;
}
