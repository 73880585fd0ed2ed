#include "messages.h"

#include <libintl.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

static const char domain[] = "biwu";
static bool is_chinese;

static const char *set_and_filled(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

/* The locale that the environment asks of messages, as setlocale() would see it. */
static const char *locale_wanted(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (set_and_filled(names[i]))
            return set_and_filled(names[i]);
    return "C";
}

static bool is_plain(const char *locale)
{
    return strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0;
}

/* Of a list like "ja:zh_CN:en" the first language that there is decides. */
static bool list_wants_chinese(const char *list)
{
    for (; list; list = strchr(list, ':')) {
        list += *list == ':';
        if (strncmp(list, "zh", 2) == 0)
            return true;
        if (strncmp(list, "en", 2) == 0 || *list == 'C')
            return false;
    }
    return false;
}

static bool wants_chinese(void)
{
    const char *locale = locale_wanted(), *languages = set_and_filled("LANGUAGE");
    /* As in gettext, LANGUAGE has no say where the locale is plain C. */
    if (is_plain(locale))
        return false;
    return languages ? list_wants_chinese(languages) : strncmp(locale, "zh", 2) == 0;
}

static bool bind_catalogues(const char *folder, const char *behind)
{
    char locale[PATH_MAX], file[PATH_MAX + 64];
    int length = snprintf(locale, sizeof locale, "%s/%s", folder, behind);
    if (length < 0 || (size_t)length >= sizeof locale)
        return false;
    snprintf(file, sizeof file, "%s/zh_CN/LC_MESSAGES/%s.mo", locale, domain);
    return access(file, R_OK) == 0 && bindtextdomain(domain, locale);
}

static void find_catalogues(void)
{
    char path[PATH_MAX];
    /* The name the program was started by: needs no /proc, which a bare chroot may lack. */
    const char *started_as = (const char *)getauxval(AT_EXECFN); // NOLINT(performance-no-int-to-ptr)
    if (!started_as || !realpath(started_as, path))
        return;
    *strrchr(path, '/') = '\0';
    if (!bind_catalogues(path, "locale"))
        bind_catalogues(path, "../share/locale");
}

void messages_init(void)
{
    is_chinese = wants_chinese();
    setlocale(LC_CTYPE, "C.UTF-8");
    if (!is_chinese)
        return;
    /* C.UTF-8 rather than C: under C gettext looks for no translation at all. */
    setlocale(LC_MESSAGES, "C.UTF-8");
    setenv("LANGUAGE", "zh_CN", 1);
    find_catalogues();
    bind_textdomain_codeset(domain, "UTF-8");
    textdomain(domain);
}

bool messages_are_chinese(void)
{
    return is_chinese;
}

const char *translate(const char *english)
{
    /* gettext gives the catalogue's header for the empty text. */
    return *english ? gettext(english) : english;
}
