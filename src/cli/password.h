/* The password of the signing key, from BIWU_KEY_PASSWORD or the terminal. */
#ifndef BIWU_PASSWORD_H
#define BIWU_PASSWORD_H

#include "fault.h"

enum { PASSWORD_MOST_BYTES = 1024 };

struct password {
    char bytes[PASSWORD_MOST_BYTES];
    size_t length;
};

enum password_source {
    PASSWORD_GIVEN,     /* not empty */
    PASSWORD_REFUSED,   /* empty, too long, or no end of input: nothing was said yet */
    PASSWORD_NO_SOURCE, /* neither the variable nor a terminal that this program may ask */
};

/* Whether BIWU_KEY_PASSWORD is set: then asking again gives the same. */
bool password_is_fixed(void);
/* The variable's value; without the variable, asks for it on the controlling terminal, which shows nothing of what is
 * typed. Overwrite it with password_forget(). */
enum password_source password_ask(struct message prompt, struct password *password, struct arena scratch);
void password_forget(struct password *password);
struct text password_text(const struct password *password);

#endif
