#include "font_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include "score_text.h"

bool font_file_may_be_opened(struct text path, struct text wish, struct place place, struct arena *arena,
                             struct faults *faults)
{
    struct stat status;
    if (stat(text_to_c(arena, path), &status) != 0)
        return true;
    if (!S_ISREG(status.st_mode)) {
        faults_add(faults, SEVERITY_ERROR, place, MESSAGE("{1} is not a plain file", wish),
                   MESSAGE("name a file, not a folder, pipe or device"));
        return false;
    }
    if ((uintmax_t)status.st_size > FONT_FILE_MOST_BYTES) {
        faults_add(faults, SEVERITY_ERROR, place,
                   MESSAGE("{1} is too large: at most {2} bytes are read", wish,
                           number_text((int64_t)FONT_FILE_MOST_BYTES, arena)),
                   MESSAGE("is it the right file?"));
        return false;
    }
    return true;
}

bool font_file_is_there(struct text path, struct arena *arena)
{
    return access(text_to_c(arena, path), R_OK) == 0;
}
