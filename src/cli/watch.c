#include "watch.h"

#include <poll.h>
#include <stdalign.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "clock.h"
#include "contest_files.h"

/* In milliseconds. A program that saves in place closes the file when it is done; QUIET is for those that open it twice. */
enum {
    QUIET = 200,
    QUIET_UNTOLD = 1500,
    QUIET_GONE = 2000,
    PATIENCE = 4000,
    LOOK_WHILE_SETTLING = 50,
    LOOK_WHILE_WAITING = 1000,
    JUST_NOW_SECONDS = 2
};

enum followed { IN_FOLDER, IN_SCORES, PLACE_COUNT };

static const uint32_t told_of =
    IN_MODIFY | IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_ONLYDIR | IN_EXCL_UNLINK;

static const char *path_of(const struct watch *watch, enum followed place, struct arena *arena)
{
    return place == IN_FOLDER ? watch->folder : folder_path(watch->folder, SCORES_FOLDER, arena);
}

/* ---- who is writing ---- */

static size_t position(const struct watch *watch, const char *name)
{
    size_t i = 0;
    while (i < watch->open_count && strcmp(watch->open[i], name) != 0)
        i++;
    return i;
}

static void begin_writing(struct watch *watch, const char *name)
{
    if (position(watch, name) < watch->open_count || watch->open_count == WATCH_MOST_OPEN)
        return;
    strncpy(watch->open[watch->open_count++], name, WATCH_MOST_NAME - 1);
}

static void end_writing(struct watch *watch, const char *name)
{
    size_t i = position(watch, name);
    if (i == watch->open_count)
        return;
    watch->open_count--;
    memmove(watch->open[i], watch->open[watch->open_count], WATCH_MOST_NAME);
    memset(watch->open[watch->open_count], 0, WATCH_MOST_NAME);
}

/* Links and pipes are made and never closed. */
static bool is_opened_by_creating(const struct watch *watch, enum followed place, const char *name)
{
    struct arena scratch = watch->scratch;
    struct stat found;
    const char *path = folder_path(path_of(watch, place, &scratch), text_from_c(name), &scratch);
    return lstat(path, &found) == 0 && S_ISREG(found.st_mode) && found.st_nlink == 1;
}

static bool is_followed(const struct watch *watch, enum followed place, struct text name)
{
    if (place == IN_FOLDER)
        return contest_files_is_read(name, watch->scratch) || text_equal(name, SCORES_FOLDER);
    return !text_starts_with(name, TEXT(".")) && !contest_files_is_lock(name);
}

static void take_event(struct watch *watch, const struct inotify_event *event)
{
    enum followed place = event->wd == watch->places[IN_SCORES] ? IN_SCORES : IN_FOLDER;
    if (event->mask & IN_Q_OVERFLOW)
        watch->open_count = 0;
    if (event->len == 0 || !is_followed(watch, place, text_from_c(event->name)))
        return;
    watch->is_told = true;
    if (event->mask & IN_ISDIR)
        return;
    if (event->mask & IN_MODIFY || (event->mask & IN_CREATE && is_opened_by_creating(watch, place, event->name)))
        begin_writing(watch, event->name);
    if (event->mask & (IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE))
        end_writing(watch, event->name);
}

/* ---- events ---- */

/* scores may have come, gone or been put in another's place since. */
static void place_watches(struct watch *watch)
{
    struct arena scratch = watch->scratch;
    for (enum followed place = IN_FOLDER; place < PLACE_COUNT && watch->events >= 0; place++)
        watch->places[place] = inotify_add_watch(watch->events, path_of(watch, place, &scratch), told_of);
}

static void take_events(struct watch *watch)
{
    alignas(struct inotify_event) char buffer[1 << 14];
    ssize_t length = read(watch->events, buffer, sizeof buffer);
    for (ssize_t at = 0; at < length;) {
        const struct inotify_event *event = (const void *)(buffer + at);
        take_event(watch, event);
        at += (ssize_t)(sizeof *event + event->len);
    }
}

/* Waits for events this long, and takes all there are. */
static void listen(struct watch *watch, int milliseconds)
{
    struct pollfd waiting = {.fd = watch->events, .events = POLLIN}; /* a negative fd never tells */
    while (poll(&waiting, 1, milliseconds) > 0 && waiting.revents & POLLIN) {
        take_events(watch);
        milliseconds = 0;
    }
}

/* ---- the whole ---- */

void watch_begin(struct watch *watch, const char *folder, struct arena scratch)
{
    *watch = (struct watch){.folder = folder, .scratch = scratch, .places = {-1, -1}};
    watch->events = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    place_watches(watch);
    watch->settled = snapshot_of(folder, TEXT(""), scratch);
    watch->is_told = watch->settled.newest + JUST_NOW_SECONDS < time(NULL);
}

void watch_end(struct watch *watch)
{
    if (watch->events >= 0)
        close(watch->events);
}

bool watch_has_files(const struct watch *watch)
{
    return watch->settled.files > 0;
}

bool watch_settle(struct watch *watch)
{
    struct snapshot seen = snapshot_of(watch->folder, watch->besides, watch->scratch);
    int64_t begun = clock_milliseconds(), still_since = begun, now = begun;
    for (;;) {
        int quiet = seen.files < watch->settled.files ? QUIET_GONE : watch->is_told ? QUIET : QUIET_UNTOLD;
        if (watch->open_count == 0 && now - still_since >= quiet)
            break;
        if (watch->open_count > 0 && now - begun >= PATIENCE)
            return false;
        place_watches(watch);
        listen(watch, LOOK_WHILE_SETTLING);
        struct snapshot next = snapshot_of(watch->folder, watch->besides, watch->scratch);
        now = clock_milliseconds();
        if (!snapshot_equal(&next, &seen))
            still_since = now;
        seen = next;
    }
    watch->settled = seen;
    watch->is_told = false;
    return true;
}

bool watch_is_still(struct watch *watch)
{
    listen(watch, 0);
    struct snapshot now = snapshot_of(watch->folder, watch->besides, watch->scratch);
    return watch->open_count == 0 && snapshot_equal(&now, &watch->settled);
}

void watch_wait(struct watch *watch)
{
    place_watches(watch);
    while (watch_is_still(watch)) {
        listen(watch, LOOK_WHILE_WAITING);
        place_watches(watch);
    }
}

struct text watch_open_file(const struct watch *watch)
{
    return watch->open_count > 0 ? text_from_c(watch->open[0]) : TEXT("");
}
