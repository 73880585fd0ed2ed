#include "title_words.h"

#include "embed.h"
#include "glue.h"

EMBED("biwu_title_words", "characters/words.txt");
extern const char biwu_title_words[], biwu_title_words_end[];

static size_t longest_in(struct text words, struct text text, size_t longest)
{
    struct text word;
    while (text_next_part(&words, ' ', &word))
        if (word.length > longest && text_starts_with(text, word))
            longest = word.length;
    return longest;
}

/* Bytes of the longest word that the text begins with; 0: none. */
static size_t word_at(struct text text)
{
    struct text rest = {biwu_title_words, (size_t)(biwu_title_words_end - biwu_title_words)}, line;
    size_t longest = 0;
    while (text_next_part(&rest, '\n', &line))
        if (!text_starts_with(line, TEXT("#")))
            longest = longest_in(line, text, longest);
    return longest;
}

struct text title_words_kept(struct text text, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    while (text.length > 0) {
        struct text word = {text.bytes, word_at(text)}, after = text;
        if (word.length == 0) {
            text_next_character(&after);
            word.length = text.length - after.length;
        }
        sink_text(&sink, glue_text(word, arena));
        text.bytes += word.length;
        text.length -= word.length;
    }
    return sink_written(&sink);
}
