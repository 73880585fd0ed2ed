/* How the program ends (docs: biwu(1)). */
#ifndef BIWU_EXIT_CODES_H
#define BIWU_EXIT_CODES_H

enum exit_code {
    EXIT_FINE,   /* warnings included */
    EXIT_FAULTY, /* the data has errors: nothing was written */
    EXIT_USAGE,  /* wrong usage */
    EXIT_WORLD,  /* the world failed: disk, memory, library */
};

#endif
