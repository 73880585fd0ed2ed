#include "password.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#include "interruptions.h"
#include "messages.h"

static const char *variable(void)
{
    return getenv("BIWU_KEY_PASSWORD");
}

bool password_is_fixed(void)
{
    return variable() != NULL;
}

void password_forget(struct password *password)
{
    explicit_bzero(password, sizeof *password); /* its page stays locked: another password may lie on it */
}

struct text password_text(const struct password *password)
{
    return (struct text){password->bytes, password->length};
}

static enum password_source take(const char *given, struct password *password)
{
    password->length = strlen(given);
    if (password->length == 0 || password->length > sizeof password->bytes)
        return PASSWORD_REFUSED;
    memcpy(password->bytes, given, password->length);
    return PASSWORD_GIVEN;
}

/* A terminal that this program may read: one in the background would be stopped for it. */
static int open_terminal(void)
{
    int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal >= 0 && tcgetpgrp(terminal) != getpgrp()) {
        close(terminal);
        return -1;
    }
    return terminal;
}

/* Waits for a line without letting an interruption end the program while the terminal is mute. */
static bool wait_for_line(int terminal, const struct interruptions *interruptions)
{
    enum { TENTH_OF_A_SECOND = 100 };
    struct pollfd line = {.fd = terminal, .events = POLLIN};
    int found;
    do
        found = poll(&line, 1, TENTH_OF_A_SECOND);
    while ((found == 0 || (found < 0 && errno == EINTR)) && !interruptions_came(interruptions));
    return found > 0 && !interruptions_came(interruptions);
}

static enum password_source read_line(int terminal, struct password *password)
{
    char line[PASSWORD_MOST_BYTES + 2];
    ssize_t length = read(terminal, line, sizeof line);
    bool is_whole = length > 0 && line[length - 1] == '\n';
    bool is_good = is_whole && length > 1 && (size_t)length <= sizeof password->bytes + 1;
    if (is_good) {
        password->length = (size_t)length - 1;
        memcpy(password->bytes, line, password->length);
    }
    explicit_bzero(line, sizeof line);
    return is_good ? PASSWORD_GIVEN : PASSWORD_REFUSED;
}

static enum password_source ask(int terminal, struct password *password)
{
    struct termios former, mute;
    if (tcgetattr(terminal, &former) != 0)
        return PASSWORD_NO_SOURCE;
    struct interruptions interruptions = interruptions_hold();
    mute = former;
    mute.c_lflag &= (tcflag_t)~ECHO;
    mute.c_lflag |= ECHONL;
    /* Either would leave the terminal mute, and the second a core with what was typed. */
    mute.c_cc[VSUSP] = _POSIX_VDISABLE;
    mute.c_cc[VQUIT] = _POSIX_VDISABLE;
    tcsetattr(terminal, TCSAFLUSH, &mute);
    enum password_source source =
        wait_for_line(terminal, &interruptions) ? read_line(terminal, password) : PASSWORD_REFUSED;
    tcsetattr(terminal, TCSAFLUSH, &former);
    interruptions_release(&interruptions);
    return source;
}

enum password_source password_ask(struct message prompt, struct password *password, struct arena scratch)
{
    *password = (struct password){0};
    mlock(password, sizeof *password); /* where the system lets us */
    if (password_is_fixed())
        return take(variable(), password);
    int terminal = open_terminal();
    if (terminal < 0)
        return PASSWORD_NO_SOURCE;
    struct sink sink = sink_in(&scratch);
    message_write(&sink, &prompt, translate(prompt.format));
    (void)!write(terminal, sink.bytes, sink.length);
    enum password_source source = ask(terminal, password);
    close(terminal);
    return source;
}
