#include "temporaries.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folders.h"

static const struct text start = TEXT_INIT(".biwu-"), middle = TEXT_INIT("-"), end = TEXT_INIT(".tmp");

const char *temporary_path(const char *folder, size_t number, struct arena *arena)
{
    struct sink name = sink_in(arena);
    sink_text(&name, start);
    sink_integer(&name, getpid());
    sink_text(&name, middle);
    sink_integer(&name, (int64_t)number);
    sink_text(&name, end);
    return folder_path(folder, sink_written(&name), arena);
}

static bool take(struct text *rest, struct text part)
{
    if (!text_starts_with(*rest, part))
        return false;
    *rest = (struct text){rest->bytes + part.length, rest->length - part.length};
    return true;
}

/* A number as sink_integer() writes it, at most INT_MAX. */
static bool take_number(struct text *rest, int *number)
{
    struct text written = *rest;
    int64_t value = 0;
    while (rest->length > 0 && *rest->bytes >= '0' && *rest->bytes <= '9' && value <= INT_MAX) {
        value = value * 10 + (*rest->bytes - '0');
        *rest = (struct text){rest->bytes + 1, rest->length - 1};
    }
    size_t digits = written.length - rest->length;
    *number = value <= INT_MAX ? (int)value : 0;
    return value <= INT_MAX && digits > 0 && (digits == 1 || *written.bytes != '0');
}

static bool is_temporary(struct text name, pid_t *process)
{
    int number;
    return take(&name, start) && take_number(&name, process) && take(&name, middle) && take_number(&name, &number) &&
           text_equal(name, end) && *process > 0;
}

static bool is_gone(pid_t process)
{
    return process == getpid() || (kill(process, 0) != 0 && errno == ESRCH);
}

static bool is_own_file(int folder, const char *name)
{
    struct stat found;
    return fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(found.st_mode) &&
           found.st_uid == geteuid();
}

void temporaries_sweep(const char *folder)
{
    DIR *opened = opendir(folder);
    const struct dirent *entry;
    pid_t process;
    while (opened && (entry = readdir(opened)) != NULL)
        if (is_temporary(text_from_c(entry->d_name), &process) && is_gone(process) &&
            is_own_file(dirfd(opened), entry->d_name))
            unlinkat(dirfd(opened), entry->d_name, 0);
    if (opened)
        closedir(opened);
}
