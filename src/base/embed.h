/* Files of templates/ within the program: the assembler finds them through its include path, which CMake sets. */
#ifndef BIWU_EMBED_H
#define BIWU_EMBED_H

/* EMBED("symbol", "folder/file"); makes the bytes `extern const char symbol[]` up to `symbol_end`. */
#define EMBED(symbol, file)                                                                                            \
    __asm__(".pushsection .rodata\n"                                                                                   \
            ".global " symbol "\n.hidden " symbol "\n" symbol ":\n"                                                    \
            ".incbin \"" file "\"\n"                                                                                   \
            ".global " symbol "_end\n.hidden " symbol "_end\n" symbol "_end:\n"                                        \
            ".byte 0\n"                                                                                                \
            ".popsection\n")

#endif
